// `npm start`: from a fresh clone to a running console, without a question. For Node 20.9, no dependencies:
// nothing is installed yet when it begins. What needs a newer Node runs in the pinned one.
import { begin, prepareOrGiveUp, serveForever } from "./lib/boot.mjs";
import { ensureBuilt } from "./lib/build.mjs";
import { dataDirectory } from "./lib/data.mjs";
import { giveUp, say } from "./lib/project.mjs";

const DIST_DIR = process.env.NEXT_DIST_DIR || ".next";

const { port, state, isStopping } = await begin();
const url = process.env.PUBLIC_URL || `http://localhost:${port}`;
const env = {
  DATA_DIR: dataDirectory(".data"),
  NEXT_DIST_DIR: DIST_DIR,
  NODE_ENV: "production",
  PORT: String(port),
  PUBLIC_URL: url,
};

await prepareOrGiveUp(env, isStopping);
if (!isStopping()) {
  const { code, output } = await ensureBuilt(DIST_DIR, () =>
    say("Building (first start, or the sources changed; about a minute) …"),
  );
  if (code !== 0 && !isStopping()) giveUp(`${output}\nThe build failed (the lines above say why).`);
}
await serveForever({
  verb: "start",
  port,
  state,
  isStopping,
  env,
  welcome: `Ready: ${url}  (stop with Ctrl-C)`,
});
