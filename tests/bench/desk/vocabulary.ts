import { type Random, seededRandom } from '#shared/lib/random.ts';

/** The commonest Dutch words, the commonest first: what every other text has. */
const FUNCTION_WORDS =
  'de van het een en in is op te met dat voor niet aan er om ook als bij naar maar uit door over ze zijn was ' +
  'tot nog wel werd na wordt al geen of meer hij deze heeft hun worden zich die kan weer onder dan';

/** What a neighbourhood officer writes about, roughly by how often. */
const CONTENT_WORDS =
  'straat bewoner buurt wijk fiets auto afval lawaai school hond melding overlast verkeer park plein gevraagd ' +
  'avond nacht gezien gesproken foto sleutel slot deur raam garage tuin haag boom bank jongeren buren winkel ' +
  'markt brief kaart bord paal oprit voetpad fietspad kruispunt snelheid vrachtwagen bestelwagen bromfiets ' +
  'geluid muziek rook licht lamp zak blik fles glas speeltuin kanaal brug station bus trein halte café één ' +
  'ruïne geïnformeerd coördinatie financiën reünie';

/** Parts that Dutch puts together into a word of its own. */
const STEMS =
  'fiets straat wijk buurt park plein brug kanaal haven molen kerk school markt winkel garage poort deur raam ' +
  'tuin haag boom struik gras vijver beek sloot dijk weg pad baan laan hof steeg hoek bocht lus rand grens ' +
  'paal bord lamp licht kabel buis kraan pomp put rooster stoep goot berm drempel helling trap hek muur gevel ' +
  'dak schoorsteen balkon terras kelder zolder kamer keuken gang hal lift sleutel slot ketting alarm camera ' +
  'sirene bel klok horloge tas rugzak koffer kar wagen bus tram trein spoor perron halte kaart brief pakket ' +
  'post krant affiche folder vlag lint touw net zeil tent kraam podium muziek trommel gitaar feest stoet ' +
  'optocht wedstrijd bal doel club ploeg veld zaal zwembad speeltuin schommel glijbaan zand water regen sneeuw ' +
  'ijs wind storm mist zon zomer winter herfst lente ochtend middag avond nacht week maand jaar seizoen ' +
  'afval zak fles blik glas papier karton hout metaal plastic batterij verf olie gas vuur rook as stof geur ' +
  'geluid lawaai stilte gesprek vraag antwoord raad klacht melding verslag foto meting telling controle ronde ' +
  'toezicht bezoek afspraak vergadering overleg plan actie project proef regel boete bewijs getuige spoedgeval ' +
  'hond kat duif kip paard konijn vogel vis bij mier rat muis bloem zaad appel peer kers noot graan aardappel ' +
  'brood melk kaas koffie thee soep bakker slager kapper dokter apotheek bank kantoor fabriek loods werf';

/** A choice among words in which the first are by far the likeliest, as in any language. */
export interface Vocabulary {
  /** The likeliest first. */
  readonly words: readonly string[];
  draw(random: Random): string;
}

/** Zipf's law as Mandelbrot put it: the share of rank r is proportional to 1 / (r + 2.7) ^ 1.05. */
const FLATTENED = 2.7;
const STEEPNESS = 1.05;

/**
 * Some 50,000 words: function words, words of the trade, and then compounds in an order that the seed
 * gives. The last of them come up only now and then in a million contacts.
 */
export function makeVocabulary(seed: number): Vocabulary {
  const stems = [...new Set(STEMS.split(' '))];
  const compounds = stems.flatMap((first) =>
    stems.filter((last) => last !== first).map((last) => `${first}${last}`),
  );
  shuffle(compounds, seededRandom(seed));
  const words = [
    ...new Set([...FUNCTION_WORDS.split(' '), ...CONTENT_WORDS.split(' '), ...compounds]),
  ];
  let sum = 0;
  const sums = Float64Array.from(words, (_, rank) => (sum += (rank + FLATTENED) ** -STEEPNESS));
  return { words, draw: (random) => words[firstAbove(sums, random() * sum)] ?? '' };
}

/** The index of the first of the rising `sums` that is above `wanted`. */
export function firstAbove(sums: ArrayLike<number>, wanted: number): number {
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sums[middle] ?? 0) > wanted) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Fisher and Yates, in place. */
function shuffle(items: string[], random: Random): void {
  for (let index = items.length - 1; index > 0; index -= 1) {
    const other = Math.floor(random() * (index + 1));
    const item = items[index] ?? '';
    items[index] = items[other] ?? '';
    items[other] = item;
  }
}
