// npm run bench: side-by-side measurements. The bench installs its own peers, so that a user's install brings none.
import { installIn, node, prepare } from "./prepare.mjs";

prepare();
if (!installIn("bench")) console.error("The peers could not be installed; their rows are left out.");
node("bench/src/main.mjs", ...process.argv.slice(2));
