import { stopChildrenOnSignals } from "./children.mjs";
import { prepareData } from "./data.mjs";
import { ensureInstalled } from "./install.mjs";
import { isPortFree, wantedPort } from "./ports.mjs";
import { demandNode, giveUp, root, say } from "./project.mjs";
import { serve, whenHealthy } from "./serve.mjs";

/** What `npm start` and `npm run dev` begin with: a free port, packages, a way to stop. */
export async function begin() {
  demandNode();
  process.chdir(root);
  const port = wantedPort();
  if (port === undefined) giveUp(`PORT=${process.env.PORT} is not a port number.`);
  if (!(await isPortFree(port))) {
    giveUp(
      `Port ${port} is taken: stop what uses it, or choose another one with PORT=${port + 1} npm start.`,
    );
  }
  const state = { serving: false };
  const isStopping = stopChildrenOnSignals(() => (state.serving ? 0 : 130));
  await ensureInstalled();
  return { port, state, isStopping };
}

/** Makes the data directory ready, or ends with the reason. */
export async function prepareOrGiveUp(env, isStopping) {
  const { code, output } = await prepareData(env);
  if (isStopping()) return;
  process.stdout.write(output);
  if (code !== 0) giveUp("The data directory could not be prepared (the lines above say why).");
}

/** Serves until told to stop. */
export async function serveForever({ verb, port, state, isStopping, env, welcome }) {
  if (isStopping()) return;
  const child = serve({ verb, port, env });
  child.once("exit", (code) => {
    if (!isStopping()) giveUp(`The server ended by itself (${code ?? "killed"}).`);
  });
  const ready = await whenHealthy(child, port);
  if (isStopping()) return;
  if (!ready) giveUp(`The server did not become ready: http://localhost:${port}/api/health does not answer.`);
  state.serving = true;
  say(welcome);
}
