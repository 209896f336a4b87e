briefgenSearch.shards(["actors-0.ebab3f7a10.js","events-1.c439f0633d.js","sources-2.c3a51d8a16.js","statements-3.127297d02d.js"]);
