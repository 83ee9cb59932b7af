// `npm run dev`: the same beginning as `npm start`, then Next's development server with data of its own.
import { begin, prepareOrGiveUp, serveForever } from "./lib/boot.mjs";
import { dataDirectory } from "./lib/data.mjs";

const { port, state, isStopping } = await begin();
const url = process.env.PUBLIC_URL || `http://localhost:${port}`;
const env = {
  DATA_DIR: dataDirectory(".data-dev"),
  NODE_ENV: "development",
  PORT: String(port),
  PUBLIC_URL: url,
};

await prepareOrGiveUp(env, isStopping);
await serveForever({
  verb: "dev",
  port,
  state,
  isStopping,
  env,
  welcome: `Developing on ${url}  (stop with Ctrl-C)`,
});
