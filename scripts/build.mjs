// `npm run build`: packages and production build, so that a service that may not write into the project finds both.
import { ensureBuilt } from "./lib/build.mjs";
import { stopChildrenOnSignals } from "./lib/children.mjs";
import { ensureInstalled } from "./lib/install.mjs";
import { demandNode, giveUp, root, say } from "./lib/project.mjs";

demandNode();
process.chdir(root);
stopChildrenOnSignals(() => 130);
await ensureInstalled();
const { code, output } = await ensureBuilt(process.env.NEXT_DIST_DIR || ".next", () => say("Building …"));
if (code !== 0) giveUp(`${output}\nThe build failed (the lines above say why).`);
say("Built. (Re)start the service.");
process.exit(0);
