// npm run bench: side-by-side measurements. The bench installs its own peers, so that a user's install brings none.
import { node, prepare } from "./prepare.mjs";

prepare();
node("bench/src/main.mjs", ...process.argv.slice(2));
