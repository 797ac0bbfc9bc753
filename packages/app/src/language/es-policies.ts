import type { enPolicies } from "./en-policies.ts";
import { counted, type Forms } from "./plural.ts";

const some = (count: number, forms: Forms) => counted("es", count, forms);

/** The words about policies side by side, in Spanish. */
export const esPolicies: typeof enPolicies = {
  glance: {
    title: "Todo de un vistazo",
    lead:
      "El punto dice en qué proporción de futuros una política resulta mejor que la de base: de ninguno, a la izquierda, a todos, a la derecha; la marca es " +
      "la mitad. La barra es su arrepentimiento: lo que pierde frente a la mejor política del mismo futuro, en nueve de cada diez, a la escala de la fila. " +
      "Una barra corta es buena; una política que no cambia nada nunca es mejor, y su punto queda a la izquierda.",
    regret: (amount) => `Arrepentimiento: ${amount}.`,
    beats: (share) => `Mejor que la de base en el ${share} de los futuros.`,
    over: "Arrepentimiento en todas las medidas",
    overSays:
      "La mayor desviación relativa entre todas las medidas, en nueve de cada diez futuros (Herman et al. 2015). Frente a la mejor no tiene fin donde esta es 0.",
    overHead: ["Política", "Frente a su propio centro", "Frente a la mejor"],
    endless: "sin fin",
  },
  ranks: {
    title: "Donde los criterios discrepan",
    lead: (metrics) =>
      `${some(metrics, { one: "# criterio de robustez ordena", other: "# criterios de robustez ordenan" })} las políticas. Un punto es un lugar que alguno da a una ` +
      "política, y su número dice cuántos; una línea larga es una disputa entre ellos.",
    measure: "Por",
    disputed: "en disputa",
    chart: (measure) => `Lugares por ${measure}`,
    unit: "1 es la más robusta",
    axis: "lugar entre las políticas",
    agree: "Todos los criterios ordenan igual las políticas.",
    dispute: (policy, first, by, last, from) =>
      `Donde más discrepan es en “${policy}”: lugar ${first} según “${by}”, lugar ${last} según “${from}”.`,
  },
  tradeOffs: {
    heading: "Lo que más de una cosa cuesta en otra",
    lead:
      "Una búsqueda recorrió todas las palancas en pos de políticas a las que ninguna otra gane en todas las metas. A cada una se le reconoce, meta por meta, la " +
      "mejora frente a la de base que alcanza en la mayoría de los futuros; aquí se muestran sus mejoras en futuros que la búsqueda no había visto.",
    notYet:
      "Nadie ha corrido aún la búsqueda en este equipo. Tarda unos minutos; una terminal guarda lo que halla (sequitur search).",
    search: "Buscar aquí",
    searching: "Buscando …",
    nowhere: "Ningún futuro tiene un pasado que coincida con lo observado: no hay dónde buscar.",
    none: "Ninguna política respeta los límites que fija el estudio.",
    across: "En horizontal",
    up: "En vertical",
    goal: (measure, unit, lower) => `${lower ? "menos" : "más"}: ${measure}, ${unit}`,
    title: "Mejoras frente a la política de base",
    unit: "más a la derecha y más arriba es mejor",
    label: "Políticas halladas, según lo que mejoran en horizontal",
    says: (found, beaten, studied, share) =>
      `${found} políticas a las que ninguna otra gana en todas las metas, según mejoras alcanzadas en ${share} de cada 100 futuros. De ` +
      `${some(studied, { one: "la # política", other: "las # políticas" })} del estudio, ${beaten === 0 ? "a ninguna le gana" : some(beaten, { one: "a # le gana", other: "a # les gana" })} ` +
      "alguna de ellas: peor en alguna meta y mejor en ninguna.",
    policy: "Política",
    nearest: "la más cercana a lo mejor en todo",
    foundOne: (number, all) => `Hallada ${number} de ${all}`,
    choose: "Elija una de las halladas, con el puntero o con las flechas, para ver sus palancas.",
    gains: "Mejora frente a la de base",
    heldOut: "En futuros no vistos",
    searched: "En los de la búsqueda",
    levers: "Lo que fija",
    value: "Valor",
    take: "Tomarla como propia",
    restTitle: "Si la búsqueda había llegado a su fin",
    restUnit: "lo hallado, como el volumen que domina, según las políticas juzgadas",
    rest: (late, apart, rested) =>
      `La segunda mitad de la búsqueda añadió a lo sumo el ${late}, y sus corridas acaban a un ${apart} de distancia: ${rested ? "buscar más hallaría poco más" : "buscar más aún podría hallar mejores"}.`,
    runHead: ["Corrida", "Juzgadas", "Guardadas", "Volumen", "Reinicios"],
    judged: "políticas juzgadas",
    run: (run) => `corrida ${run}`,
  },
  measures: { title: "Medida por medida" },
  build: {
    title: "Arme la suya",
    own: "La suya",
    lead: "Mueva palancas a partir de cualquier política: se corre en los futuros del estudio y queda entre las demás: arriba, en lo que una cosa cuesta en otra, y abajo, en la gráfica de cada medida.",
    from: "Partir de",
    running: "Corriendo",
    provisional: (examined, run, all) =>
      `Provisional: ${examined} futuros examinados de los primeros ${run}; se están corriendo los ${all}.`,
    final: (examined) => `Según los ${examined} futuros examinados, igual que las políticas del estudio.`,
    nothing: "No cambia nada que tenga un lado mejor.",
    effect: (measure, change, share) => `${measure} (${change} en el futuro central, mejor en el ${share})`,
    landed: (best, worst) => `Con lo que ayuda más a menudo es con ${best}; con lo que menos, ${worst}.`,
    tryIt: "Véala en el tiempo en el simulador",
  },
  mustHold: {
    title: "Lo que debe cumplirse en todo futuro",
    lead: (kept, all) =>
      `Donde falla una de estas cosas el modelo está mal, se suponga lo que se suponga. ${kept} de ${some(all, { one: "# comprobación se cumple", other: "# comprobaciones se cumplen" })} en todos los futuros que dieron números.`,
    kept: (futures) => `se cumple en los ${futures}`,
    broken: (share, broken, futures) => `falla en el ${share}: ${broken} de ${futures} futuros`,
    under: (policies) => `Con: ${policies}.`,
    open: "Abra uno:",
  },
};
