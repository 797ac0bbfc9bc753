import type { Words } from "./en.ts";
import { esFutures } from "./es-futures.ts";
import { esPolicies } from "./es-policies.ts";
import { counted, type Forms } from "./plural.ts";

const some = (count: number, forms: Forms) => counted("es", count, forms);

export const es: Words = {
  page: {
    description: "Un argumento de política pública, puesto a prueba en todos los futuros plausibles.",
    skip: "Ir al contenido",
    reading: "Leyendo el estudio …",
    views: "Vistas",
    footer:
      "Análisis agregado de política pública: un país, un mercado, una opinión pública; nunca una persona, un lugar ni un " +
      "blanco. Todo lo que hay en esta página se calcula en su navegador, y nada sale de él.",
    otherStudy:
      "Este enlace se hizo con otra edición del estudio, o con otro estudio. Lo que ve es el estudio que tiene delante; sus " +
      "números pueden diferir de los de quien le envió el enlace.",
  },
  views: {
    claims: "Las afirmaciones",
    simulator: "Pruébelo",
    futures: "Los futuros",
    policies: "Las políticas",
    model: "El modelo",
    evidence: "La evidencia",
    check: "Compruébelo",
  },
  fault: {
    nothing: "No hay nada que mostrar.",
    nobody: "Esta página no recibió ningún estudio.",
    mend: "Ábrala con “sequitur open” y la carpeta de un estudio.",
  },
  number: {
    none: "sin número",
    and: " y ",
    or: " o ",
    range: (low, high) => `de ${low} a ${high}`,
  },
  question: {
    for: "A favor de la propuesta",
    against: "En contra de la propuesta",
    describes: "Describe",
    described: "Lo que el reportaje describe",
    examined: (futures, policies, constants, assumed) =>
      `Se examinaron ${futures} futuros con cada una de ${some(policies, { one: "# política", other: "# políticas" })} y ` +
      `${some(constants, { one: "# constante", other: "# constantes" })} que nadie conoce con certeza (${assumed} de ellas, supuestas).`,
    matched: (examined) =>
      `En ${examined} de esos futuros el pasado concuerda con lo observado; toda proporción se refiere a ellos.`,
    failed: (failed) =>
      some(failed, {
        one: "# futuro no dio ningún número y queda fuera.",
        other: "# futuros no dieron ningún número y quedan fuera.",
      }),
    shares: "Una proporción de futuros no es una probabilidad.",
    check: "Compruébelo",
    or: "o",
    try: "pruebe sus propios supuestos",
  },
  claim: {
    missing: "No existe esa afirmación",
    all: "Todas las afirmaciones del estudio",
    test: "La prueba.",
    dots: (share) => `${share} de cada 100 futuros`,
    aboutDots:
      "Cada punto son dos futuros de cada cien. El intervalo es la duda que nace solo del número de futuros; no dice nada de si el " +
      "modelo acierta.",
    structure: "Por estructura",
    decides: (shares) => `${shares} (decide la estructura)`,
    hinges: "Depende de",
    noHinge: "Ningún supuesto que se distinga por sí solo",
    breaks: "Falla cuando",
    answer: "Mejor réplica",
    answerTo: "La mejor réplica",
    evidence: "Evidencia",
    grounds: (amount, agreement) => `Cantidad: ${amount}. Acuerdo: ${agreement}.`,
    amount: { none: "ninguna", limited: "limitada", medium: "media", robust: "sólida" },
    agreement: { disputed: "disputada", mixed: "dividida", agreed: "concordante" },
    sources: (count) => some(count, { one: "# fuente", other: "# fuentes" }),
    checked: { search: "consultada", memory: "sin verificar", computed: "calculada aquí" },
    between: (name, low, high) => `${name} entre ${low} y ${high}`,
    above: (name, low) => `${name} por encima de ${low}`,
    below: (name, high) => `${name} por debajo de ${high}`,
    joined: ", y ",
    end: (ends, year, draws) =>
      `Con los valores propios del modelo, ${ends} en ${year}; las líneas finas son ${draws} de los futuros examinados.`,
    under: (value, policy) => `${value} con “${policy}”`,
    margin: "Por cuánto se pasa o se falla la prueba",
    marginSays: "Cada punto son dos futuros de cada cien; en los llenos se cumple.",
    marginYours: "Ponderado por su propia visión, más abajo.",
    marginHead: ["Dos futuros de cada cien", "Margen", "Se cumple"],
    yes: "sí",
    no: "no",
    marginSpoken: (low, high) => `La mitad central va de ${low} a ${high}.`,
    sides: "← falla · se cumple →",
    bars: "De qué depende",
    barsUnit: "índice de Sobol' de orden total del margen, con su intervalo del 95 %",
    barsAxis: "parte de la variación en la que interviene",
    barsSay: (names) => `Sobre todo de ${names}.`,
    barsSayNone: "Ningún supuesto se distingue por sí solo.",
    barsHead: ["Supuesto", "Índice total", "Intervalo del 95 %"],
    unsettled: "no converge",
    course: "Con el paso del tiempo",
    courseUnit: "parte de los futuros en que se cumple la misma prueba, hecha en cada momento tras la decisión",
    courseSays: (turns) =>
      turns
        ? "Se invierte: se cumple en la mayoría de los futuros en un momento y en pocos en otro."
        : "No pasa de la mayoría de los futuros a pocos, ni al revés.",
    courseHead: ["Tras la decisión", "Parte", "Intervalo del 95 %"],
    appears: (measure, policy, time) =>
      `“${measure}” con “${policy}” difiere de la situación de partida en la mayoría de los futuros desde ${time}.`,
    reverses: (time) => `A los ${time} la diferencia se ha invertido.`,
    noEffect: (measure, policy) =>
      `“${measure}” con “${policy}” no queda de un mismo lado de la situación de partida en la mayoría de los futuros en ninguno de estos momentos.`,
    priors: "Con otras ideas previas",
    priorSays: (label, share, effective) =>
      `${label}: ${share}, tan bien conocida como con ${effective} futuros sorteados según ella.`,
    priorRefused: {
      few: "son muy pocos los futuros examinados que cargan con su peso para dar una proporción.",
      outside: "una parte queda donde no se sorteó ningún futuro.",
      given: "estos futuros fueron dados, no sorteados, así que no pueden ponderarse.",
    },
    conflicts: "Dónde discrepan las fuentes",
    conflictTurns: (shares) => `${shares} (el veredicto depende de cuál acierta)`,
    tipping: "Qué cambiaría este veredicto",
    tippingSays: (name, holds, value, low, high) =>
      `Se cumple en la mayoría de los futuros donde ${name} está por ${holds === "above" ? "encima" : "debajo"} de ${value}, y en ` +
      `pocos del otro lado (intervalo del 95 % de ese valor: de ${low} a ${high}).`,
    settles: "Qué evidencia la zanjaría",
    settlesSays: (names, worth, perfect) =>
      `Ante todo, evidencia sobre ${names}. Quien conociera lo primero acertaría sobre la afirmación en ${worth} futuros más de cada cien; ` +
      `quien lo conociera todo, en ${perfect} más.`,
    settlesNone: "Ninguna evidencia por sí sola la zanjaría.",
    driver: "El ciclo que la mueve",
    driverSays: (reinforcing, leads, futures) =>
      `Un ciclo que ${reinforcing ? "se refuerza" : "se compensa"} domina en el ${leads} de los ${futures} futuros que se siguieron paso a paso:`,
    driverNone: "Ningún ciclo domina en más de uno de cada veinte de los futuros que se siguieron paso a paso.",
    box: "Dónde falla",
    boxSays: (where, coverage, density, mass) =>
      `Sobre todo donde ${where}. Esa caja reúne el ${coverage} de los futuros en que la afirmación falla; de los futuros que contiene, ` +
      `falla el ${density}. Es el ${mass} del total.`,
  },
  change: {
    input: "Según lo que se mueva",
    slider: (name) => `${name}: muévalo`,
    says: (name, value, verdict, share) => `Con “${name}” en torno a ${value}: ${verdict}, ${share}.`,
    axis: "proporción de futuros en que se cumple, conforme esto aumenta",
    turns: (turns) => `La palabra cambia en ${turns}.`,
    turn: (value, after) => `${value} (por encima: ${after})`,
    stays: "La palabra es la misma en todo su rango.",
    about:
      "Leído de los futuros calculados, una quinta parte cada vez; la banda es el intervalo del 95 % de esa lectura.",
    head: ["Valor", "Proporción", "Intervalo del 95 %", "Palabra"],
    words: {
      all: "todos",
      "nearly-all": "casi todos",
      most: "la mayoría",
      "about-half": "cerca de la mitad",
      few: "pocos",
      "almost-none": "casi ninguno",
      none: "ninguno",
      untestable: "sin probar",
      "outside-boundary": "sin probar",
    },
  },
  prior: {
    title: "Si usted lo ve de otro modo",
    change: "Cambiarla",
    disagree: "No estoy de acuerdo",
    lead:
      "Diga qué le parece probable y los futuros ya calculados se ponderan con ello al momento; no se vuelve a calcular ninguno. En gris, " +
      "lo que sorteó el estudio; la línea es usted. Lo que no toque queda como en el estudio.",
    by: "Según su propia visión",
    study: (share) => `El estudio da ${share} %.`,
    rests: (effective, futures) =>
      `${futures} futuros, así ponderados, dicen tanto como ${effective} sorteados según su visión.`,
    few: (effective, least) =>
      `Son muy pocos los futuros que sostienen su visión: dicen tanto como ${effective} sorteados según ella, y hacen falta ${least}. Amplíe algún rango.`,
    outside: (covered) => `Solo ${covered} de su visión está donde el estudio sorteó futuros. Acerque sus rangos.`,
    low: "el más bajo",
    likely: "el más probable",
    high: "el más alto",
    alike: "ningún valor más probable que otro",
    weight: (label) => `peso de ${label}`,
    range: (low, high) => `de ${low} a ${high}`,
    peak: (likely) => `lo más probable, ${likely}`,
    as: "como en el estudio",
    drop: "Como en el estudio",
    again: "Soltar su visión",
    file: "Como archivo para “sequitur run --prior”",
    none: "Nada de lo que depende esta afirmación puede ponderarse de nuevo.",
  },
  card: {
    share: "Copiar esta tarjeta",
    text: "Como texto",
    picture: "Como imagen",
    embed: "Para insertar",
    copied: "Copiado",
    saved: "Guardado",
    whole: "Ver el estudio completo",
  },
  chart: {
    table: "Tabla",
    hide: "Ocultar la tabla",
    copy: "Copiar los números",
    copied: "Copiado",
    time: "Tiempo",
    spoken: (label, first, last) => `${label}: ${first} al principio, ${last} al final`,
    part: "se separan las políticas",
    observed: (sources) => `Observado: ${sources}`,
  },
  simulator: {
    lead: (baseline) =>
      `Cada control vuelve a correr el modelo, aquí en su navegador. La línea discontinua es “${baseline}” con los mismos supuestos: la ` +
      "diferencia se debe solo a la política.",
    modelLead:
      "Cada control vuelve a correr el modelo, aquí en su navegador. La línea discontinua es el modelo tal como se escribió.",
    written: "Como se escribió",
    policy: "Política",
    own: "La suya",
    levers: (count) => some(count, { one: "# palanca más", other: "# palancas más" }),
    assumptions: (count) => `Supuestos (${count})`,
    constants: (count) => `Constantes (${count})`,
    again: "Empezar de nuevo",
    current: "Actual",
    same: (baseline) => `Igual que con “${baseline}”.`,
    differs: (difference, year, baseline, value) => `${difference} en ${year} frente a “${baseline}” (${value}).`,
    interval: (low, high) => `En nueve de cada diez futuros, entre ${low} y ${high}.`,
    fan: (futures) =>
      `${futures} de los futuros examinados, con las palancas elegidas: algunos como líneas finas, la mitad en la banda más oscura, nueve de ` +
      "cada diez en la más clara. En negrita, los valores propios del modelo. Puntos: lo que se observó.",
    provisional: (futures, all) => `Provisional: ${futures} futuros por ahora, de ${all}.`,
    variable: "Variable",
    multiples: "Cada medida",
    head: ["Medida", "Unidad", "Actual", "Diferencia"],
    atEnd: (year) => `en ${year}`,
  },
  futures: esFutures,
  ...esPolicies,
  policies: {
    lead: (baseline) =>
      `Cada línea es la diferencia respecto de “${baseline}” en los mismos futuros: nueve de cada diez están en la línea, la mitad en su ` +
      "parte gruesa, y el punto es el futuro central. Cuál es la más robusta depende del criterio; donde los criterios discrepan, se dice.",
    unit: (unit, baseline, better) => `${unit}, frente a “${baseline}” · ${better}`,
    better: { lower: "menos es mejor", higher: "más es mejor", neither: "ningún lado es mejor" },
    noSide: "Ningún lado es mejor, así que nada se ordena según ella.",
    head: ["Política", "Futuro central", "Percentil 5", "Percentil 95", "Mejor en"],
    unranked: "Nada se ordena según ella.",
    everyMetric: (policy) => `La más robusta según todos los criterios: ${policy}.`,
    someMetrics: (count, all, policy, others) =>
      `La más robusta según ${count} de ${all} criterios: ${policy}. Según otros: ${others}.`,
    alike: (count) => some(count, { one: "# política", other: "# políticas por igual" }),
    firstBy: (metric) => `Primera según ${metric}`,
    metrics: {
      maximin: "el peor futuro",
      maximax: "el mejor futuro",
      hurwicz: "el punto medio entre el peor y el mejor",
      laplace: "el futuro promedio",
      minimaxRegret: "el mayor arrepentimiento",
      percentileRegret: "el arrepentimiento en nueve futuros de diez",
      undesirableDeviations: "la peor mitad frente a su propio centro",
      starr: "la proporción de futuros que bastan",
    },
  },
  evidence: {
    lead: (count) =>
      some(count, {
        one: "# constante cambia de un futuro a otro.",
        other:
          "# constantes cambian de un futuro a otro. Se ordenan por cuánto dependen de ellas los veredictos: la primera es lo que " +
          "una mejor medición resolvería.",
      }),
    hinges: "De qué dependen los veredictos",
    verdicts: (count) => some(count, { one: "# veredicto depende de ella", other: "# veredictos dependen de ella" }),
    assumed: "supuesta",
    conflict: "Las fuentes discrepan; el rango las abarca",
    turning: (count) =>
      some(count, { one: "# veredicto depende de cuál acierta", other: "# veredictos dependen de cuál acierta" }),
    past: "El pasado",
    matched: (futures, plausible, cutoff) =>
      `De ${futures} futuros, ${plausible} coinciden con todas las series observadas a menos de ${cutoff} desviaciones estándar; los demás ` +
      "se apartan.",
    head: ["Serie", "Aparta por sí sola", "Error medio", "de él: sesgo, oscilación, puntos"],
    hindcast: (until, plausible, covered) =>
      `Con solo lo que se sabía en ${until}, quedan ${plausible} futuros. Su banda de nueve de cada diez cubre ${covered}.`,
    covered: (covered, points, series) => `${covered} de las ${points} observaciones posteriores de “${series}”`,
    sources: "Fuentes",
    modelOnly: "citada solo en el modelo",
    rests: (count) => some(count, { one: "# elemento se apoya en ella", other: "# elementos se apoyan en ella" }),
  },
  check: {
    lead:
      "Todo lo que hay en estas páginas se deduce de los archivos del estudio, una semilla y este motor. Vuelva a correrlo aquí, en todos " +
      "los núcleos de este equipo: la huella debe salir igual hasta el último dígito.",
    findings: "Huella de los resultados",
    files: "Huella de los archivos del estudio",
    futures: "Futuros, semilla",
    engine: "Motor",
    recompute: "Recalcular aquí",
    stop: "Detener",
    starting: "Empezando …",
    rate: (rate, seconds) => `${rate} corridas por segundo, faltan ${seconds} s`,
    same: "La misma huella.",
    different: "Otra huella: estos resultados no son los que calcula este navegador.",
    seconds: (seconds) => `${seconds} s`,
    failed: (why) => `La corrida falló: ${why}`,
    take: "Lléveselo",
    takeSays:
      "El estudio es una carpeta de textos; los futuros son una tabla que leen pandas, R, DuckDB y cualquier hoja de cálculo. La tabla se " +
      "hace aquí, en su navegador.",
    study: "Los archivos del estudio (.json)",
    model: "El modelo",
    findingsFile: "Los resultados (.json)",
    parquet: "Los futuros (.parquet)",
    csv: "Los futuros (.csv)",
    making: "Corriendo los futuros …",
    print: "Imprimir un informe",
  },
  method: {
    title: "Cómo se hizo",
    says: (futures, examined, policies, seed) =>
      `Un modelo de dinámica de sistemas se corrió en ${futures} futuros con cada una de ${policies} políticas. Un futuro da a cada constante ` +
      "incierta un valor de su rango (puntos de Sobol' aleatorizados). Los futuros cuyo pasado no coincide con lo observado se apartan, y " +
      `quedan ${examined}. Una afirmación es una prueba sobre las medidas del modelo; su proporción es la de los futuros en que la prueba ` +
      "se cumple, con el intervalo de Wilson del 95 %. De qué depende un veredicto lo dicen los índices de Sobol' de orden total; dónde " +
      `falla es una caja que halla PRIM. Todo se deduce de los archivos del estudio y de la semilla ${seed}, y puede calcularse otra vez.`,
  },
  map: {
    search: "Buscar",
    placeholder: "una variable",
    view: "Vista",
    whole: "El modelo entero",
    release: "Soltar el ciclo",
    drawn: "Tal como lo dibuja su archivo.",
    laidOut: "Su archivo no trae dibujo; se dispuso aquí.",
    more: (count) => `y ${count} más`,
    noHit: "No hay nada con ese nombre. Pruebe con parte de una palabra.",
    choose: "Elija una variable: en el dibujo, con la búsqueda o en la lista.",
    noVariable: (name) => `No hay ninguna variable “${name}”.`,
    list: (count) => some(count, { one: "La # variable, en una lista", other: "Las # variables, en una lista" }),
    variable: "Variable",
    kind: "Clase",
    unit: "Unidad",
    group: "Grupo",
    roles: {
      stock: "nivel",
      auxiliary: "auxiliar",
      constant: "constante",
      lookup: "tabla",
      data: "datos",
      time: "tiempo",
    },
    zoomIn: "Acercar",
    zoomOut: "Alejar",
    all: "Todo",
    keys: "Arrastre para mover. Con el dibujo enfocado: las flechas mueven, + y − acercan y alejan, 0 muestra todo.",
    spoken: (name, parts) =>
      `Dibujo de ${name}: ${some(parts, { one: "# parte", other: "# partes" })}. La lista de variables contiene lo mismo.`,
    further: (name, count) => `${name}: ${count} más`,
  },
  variable: {
    by: (subscripts) => `por ${subscripts}`,
    noUnit: "sin unidad",
    noComment: "Su autor no dejó comentario.",
    run: "Como corre el modelo",
    causes: "Depende de",
    given: "De nada: viene dada.",
    effects: "Actúa sobre",
    noEffects: "Nada en el modelo.",
    loops: (count) => some(count, { one: "En # ciclo", other: "En # ciclos" }),
    loopsOf: (count, looked) =>
      `${some(count, { one: "En # ciclo", other: "En # ciclos" })} de los primeros ${looked} que se miraron`,
    shortest: (count) => `Se muestran los ${count} más cortos.`,
    examined: (label, range, unit) => `${label}: se examina de ${range} ${unit}.`,
    assumed: "Supuesto.",
    source: (sources) => `Fuente: ${sources}.`,
  },
  fan: {
    variable: "Variable",
    spread: "Cada constante, hacia arriba y hacia abajo, en %,",
    running: (futures) => `Se corren ${some(futures, { one: "# futuro", other: "# futuros" })} …`,
    none: "Ningún futuro dio un número. Tome un intervalo más estrecho, o mire la variable en el dibujo.",
    time: "Tiempo",
    middle: "centro",
    end: (time, futures, low, high, middle) =>
      `En ${time}, nueve de cada diez de ${some(futures, { one: "# futuro", other: "# futuros" })} quedan entre ${low} y ${high}; el central es ${middle}.`,
    lost: (count) =>
      some(count, {
        one: "# futuro no dio número y queda fuera.",
        other: "# futuros no dieron número y quedan fuera.",
      }),
    doubt:
      "Un intervalo de tanto alrededor de cada constante no dice cuán seguro está nadie de ella: un estudio da a cada una el suyo, con su fuente.",
  },
  trials: {
    run: "Se corre otra vez con",
    found: "Resultado",
    verdict: "Veredicto",
    names: {
      finite: "Números en todo momento",
      "half-step": "La mitad del paso de tiempo",
      "runge-kutta": "Runge–Kutta de cuarto orden",
    },
    finite: "Todas las variables siguen siendo números.",
    lost: (count, name) =>
      `${some(count, { one: "# variable pierde sus números", other: "# variables pierden sus números" })}, entre ellas ${name}.`,
    nothing: "No cambia nada.",
    moves: (percent, name) =>
      `No mueve ninguna variable más del ${percent} % de su intervalo; la que más se mueve es ${name}.`,
    passed: "superada",
    look: "por revisar",
  },
  own: {
    open: "Abra un modelo propio:",
    hint: "Vensim (.mdl) o XMILE (.xmile, .stmx), con las hojas de cálculo y los datos que nombra; o suéltelos en cualquier parte de la página. No salen de este equipo.",
    reading: "Leyendo el modelo …",
    closed: (errors) =>
      `Todavía no se puede abrir: ${some(errors, { one: "# error", other: "# errores" })}, cada uno con su lugar y su remedio.`,
    found: (count) => some(count, { one: "# observación sobre el archivo", other: "# observaciones sobre el archivo" }),
    sliders:
      "Cada control vuelve a correr el modelo, aquí en su navegador. La línea discontinua es el modelo tal como se escribió.",
    written: "Tal como se escribió",
    constants: "Todas las constantes a la vez",
    hangs: "Cómo se enlaza todo",
    tests: "Pruebas",
    testsLead: "El modelo tal como se escribió, corrido otra vez de maneras que deberían cambiar poco.",
    lead: (variables) =>
      `${some(variables, { one: "# variable", other: "# variables" })}. Cada flecha dice que una está en la ecuación de la otra; las cajas guardan ` +
      "lo que se acumula, con su curso según los valores propios del modelo.",
    severities: { error: "Error", warning: "Advertencia", note: "Nota" },
    first: (shown, all) => `Se muestran las primeras ${shown} de ${all}.`,
  },
};
