import type { enFutures } from "./en-futures.ts";
import { counted, type Forms } from "./plural.ts";

const some = (count: number, forms: Forms) => counted("es", count, forms);

/** The words of the view of futures, in Spanish. */
export const esFutures: typeof enFutures = {
  lead:
    "Cada línea es un futuro: un valor para cada supuesto, y lo que resultó. Quédese con algunos en cualquier eje y vea adónde van los demás: " +
    "arrastre a lo largo de él, o mueva sus dos extremos con las flechas del teclado.",
  noClaim: "Este estudio no pone a prueba ninguna afirmación, así que no hay por qué distinguir sus futuros.",
  ofClaim: "Futuros en que esta afirmación se cumple o falla",
  running: (count) => `Se corren los primeros ${count} futuros …`,
  lookedAt: (run, all, rows) =>
    `Aquí se corrieron los primeros ${run} de los ${all} futuros del estudio; ${rows} dieron números y tienen un pasado que coincide con lo observado. `,
  all: (count) => `Correr los ${count}`,
  none: "Ninguno tiene un pasado que coincida con lo observado.",
  about: "Lo que se pregunta de cada futuro:",
  toClaim: "La afirmación y su veredicto",
  assumptions: "Supuestos",
  outcomes: "Lo que resulta de ellos",
  margin: "Cuánto se supera la prueba (sobre 0) o cuánto le falta",
  operand: (measure, figure, policy) => `${measure}, ${figure}, ${policy}`,
  figures: {
    at: (from) => from,
    mean: (from, to) => `media ${from}–${to}`,
    minimum: (from, to) => `mínimo ${from}–${to}`,
    maximum: (from, to) => `máximo ${from}–${to}`,
    total: (from, to) => `total ${from}–${to}`,
    change: (from, to) => `cambio ${from}–${to}`,
  },
  axesTitle: "Los supuestos y lo que resulta de ellos",
  axesUnit: "cada eje, de su menor a su mayor valor",
  axisHead: ["Eje", "Menor", "Mayor", "Elegidos: percentil 5", "Central", "Percentil 95"],
  selected: (kept, all, inThem, inAll) =>
    `Quedan ${kept} de ${all} futuros. La afirmación se cumple en el ${inThem} de ellos, y en el ${inAll} de todos.`,
  holdsKey: "la afirmación se cumple: línea entera, punto",
  failsKey: "falla: línea discontinua, cruz",
  holdsShort: "se cumple",
  failsShort: "falla",
  free: "Soltar",
  remove: (axis) => `Quitar el eje: ${axis}`,
  low: (axis) => `Desde: ${axis}`,
  high: (axis) => `Hasta: ${axis}`,
  add: "Añadir un eje",
  chooseAxis: "elija …",
  onlyHolds: "Quedarse donde se cumple",
  onlyFails: "Quedarse donde falla",
  freeAll: "Soltar todos",
  across: "En horizontal",
  up: "En vertical",
  scatterTitle: (x, y) => `${x}, y ${y}`,
  scatterSays: (rho, text) =>
    Number.isNaN(rho)
      ? "Uno de los dos es igual en todos los elegidos."
      : Math.abs(rho) < 0.2
        ? `En los elegidos, uno dice poco del otro (correlación de rangos ${text}).`
        : `En los elegidos, el segundo es ${rho > 0 ? "más alto" : "más bajo"} donde el primero es más alto (correlación de rangos ${text}).`,
  future: "Futuro",
  claim: "La afirmación",
  overTime: "En el tiempo",
  pathsSay: (time, holds, fails, holding, failing) =>
    [
      holding === 0
        ? ""
        : `${some(holding, { one: "En # futuro", other: "En # futuros" })} de los elegidos la afirmación se cumple: el central acaba en ${holds} en ${time}.`,
      failing === 0
        ? ""
        : `${some(failing, { one: "En # futuro", other: "En # futuros" })} falla: el central acaba en ${fails}.`,
      holding + failing === 0 ? "No queda ningún futuro." : "",
    ]
      .filter(Boolean)
      .join(" "),
  find: "Encuentre el escenario",
  findSays:
    "Una búsqueda (PRIM) quita una capa delgada de futuros tras otra, cada vez la que deja el resto más parejo. Una caja ancha abarca mucho y es " +
    "mixta; una estrecha es pura y abarca poco. Elija un paso: los ejes de arriba lo siguen, y desde ahí se pueden mover.",
  gather: "Reunir los futuros en que",
  fails: "la afirmación falla",
  holds: "la afirmación se cumple",
  nothing: (what) => `Aquí no hay ningún futuro en que ${what}.`,
  peeling: "Buscando …",
  peelLabel: "Cajas, de la más ancha a la más estrecha",
  peelTitle: (what) => `Cajas de futuros en que ${what}`,
  peelUnit: "cada punto es una caja",
  coverageAxis: "cobertura: de todos esos futuros, tantos están en la caja",
  densityAxis: "densidad: de los futuros de la caja, tantos son de esos",
  toldShort: (whole) => (whole ? "la caja de los resultados" : "según la regla de los resultados"),
  ownShort: "lo que usted eligió",
  stepSpoken: (step, last, coverage, density, mass, limits) =>
    `Paso ${step} de ${last}: cobertura ${coverage}, densidad ${density}, ${mass} de todos los futuros, ${some(limits, { one: "# límite", other: "# límites" })}`,
  stepHead: ["Paso", "Cobertura", "Densidad", "De todos los futuros", "Límites"],
  chooseStep: (what) => `Elija una caja para ver dónde ${what}.`,
  gathers: (what, coverage, density, mass) =>
    `Contiene el ${coverage} de los futuros en que ${what}; de los futuros que hay en ella, el ${density} son de esos. Es el ${mass} de todos.`,
  wider: "Un paso más ancha",
  narrower: "Un paso más estrecha",
  toldBox: (whole) => (whole ? "La caja de los resultados" : "La caja según la regla de los resultados"),
  change: (limits, coverage, density, mass) =>
    `Nuevo en este paso: ${limits}. Cobertura ${coverage}, densidad ${density}, tamaño ${mass} puntos.`,
  whole: "Todo: aún no se limita nada.",
  limitHead: ["Límite", "Pudo ser azar"],
  hardly: "menos de 0.001",
  chanceSays:
    "La última columna es un cuasi valor p: cuán probable sería una caja tan densa si este límite no dijera nada. Los valores grandes son una " +
    "advertencia; los pequeños prueban poco, porque los límites se eligen para que lo sean.",
  isOne: (label, rivals) => `${label}: ${rivals}`,
  nameIt: "Llame a este escenario",
  nameHint: "unas palabras; quedan en el enlace",
  kept: (count) => `Quedan ${count} futuros.`,
  single: "Abra un solo futuro",
  previous: "El anterior",
  next: "El siguiente de los elegidos",
  number: "Por su número",
  one: (number) => `Futuro ${number}`,
  noFuture: (count) => `El estudio no tiene ese futuro: se cuentan desde 0, y hay ${count}.`,
  measure: "En el tiempo",
  under: "Con",
  assumed: "Lo que se supone en él",
  value: "Valor",
  tryIt: "Siga desde aquí en el simulador, con",
  close: "Cerrar este futuro",
};
