// npm start: from a fresh clone to the first study's answer and its page.
import { node, prepare } from "./prepare.mjs";

const cli = "packages/cli/bin/sequitur.mjs";
const study = "studies/us-strikes-in-mexico";

prepare();
node(cli, "run", study);
node(cli, "open", study, ...process.argv.slice(2));
