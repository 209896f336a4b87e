briefgenSearch.shard("sources", [
["Trump urges deescalation on call with Erdogan as Libyan military conflicts turn the tide","sources/000-d63984eb5e8a8df1/index.html","CGTN, 24 May 2020",[],[]],
["Libya's rebel commander urges forces to rally against Turkey","sources/001-03d7a90d1c96a686/index.html","Iran Press TV, 24 May 2020",[],[]],
["Turkey warns Haftar's forces against attacks on interests in Libya","sources/002-22b7b797cb052baa/index.html","iNewsToday, Cheryl Sanders, 23 May 2020",[],[]],
["Turkey Urges U.S. to Step Up in Libya as Strongman Loses Ground","sources/003-234219daa5ff928f/index.html","Bloomberg, 11 June 2020",[],[]],
["Erdogan, Trump agree to work 'more closely' on Libya","sources/004-5de47a0beb416802/index.html","The New Arab, 14 July 2020",[],[]]
]);
