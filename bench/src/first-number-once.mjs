import { firstNumber } from "./first-number-page.mjs";
import { generatedModelText } from "./generated-model.mjs";
import { limitText } from "./limit-model.mjs";

console.log(await firstNumber(process.argv[2] === "limit" ? limitText() : generatedModelText()));
