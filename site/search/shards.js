briefgenSearch.shards(["actors-0.ebab3f7a10.js","events-1.b5835e3f0e.js","sources-2.c3a51d8a16.js","statements-3.0ac453d36a.js"]);
