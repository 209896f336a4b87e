briefgenSearch.shards(["actors-0.a6115c46cd.js","events-1.e8265ff636.js","sources-2.ee9f83c094.js","statements-3.2c92aa90aa.js"]);
