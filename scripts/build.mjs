// npm run build: installs and builds whatever is not up to date.
import { prepare } from "./prepare.mjs";

prepare();
