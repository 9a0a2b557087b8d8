/** What `--help` says. */
export const USAGE = `A stand-in for WeChat cloud on one machine.

  main.ts start                      runs until Ctrl-C; prints {"url": "…"} when it is ready
  main.ts reset                      drops all documents and files, and sets the clock back
  main.ts snapshot FILE              writes everything into one new file
  main.ts restore FILE               replaces everything by what a snapshot holds
  main.ts export COLLECTION          JSON lines to standard output; --out FILE writes a file
  main.ts import COLLECTION          JSON lines from standard input; --in FILE reads a file
                                     dates are {"$date": "2027-01-31T08:00:00.000Z"}; a document whose _id is taken
                                     is refused, with --replace it takes the place of the other
  main.ts invoke FUNCTION            --data '{"a":1}' is the event, --as OPENID who calls; prints the result
  main.ts clock                      shows it; --set INSTANT, --shift 1d12h, --freeze, --run, --rate 60 move it

Which cloud
  --data DIR        the data folder (.data); its running cloud is used, or one is started for this command alone
  --url URL         a running cloud by its address
  --functions DIR   <name>/index.js with config.json, and indexes.json (dist/cloudfunctions)

Only for start
  --port N  --now MS  --max-instances N  --env NAME=VALUE …  --origin URL …  --lenient RULE …  --timers off|all|N
  --inspect FUNCTION[=PORT]          one instance of it, with Node's inspector on 127.0.0.1:9229 and no time limit

Ends with 0 when it is done, 1 when it failed, 2 when it was called wrongly.
`
