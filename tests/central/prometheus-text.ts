/** A series as it was exposed. */
export interface Sample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

export interface Family {
  readonly name: string;
  readonly type: 'counter' | 'gauge' | 'histogram';
  readonly samples: readonly Sample[];
}

type Open = Family & { readonly samples: Sample[] };

const NAME = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/;
const SAMPLE = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*)\})? (\S+)$/;
const LABEL = /([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\\n]|\\["\\n])*)"(?:,|$)/y;

/**
 * Reads metrics strictly by the text format of Prometheus, version 0.0.4: every family described before
 * its samples and in one piece, no series twice, histograms that add up. Throws at what breaks it.
 */
export function parsePrometheus(text: string): ReadonlyMap<string, Family> {
  require(text.endsWith('\n') && !text.includes('\r'), 'the last line ends like every other');
  const families = new Map<string, Open>();
  const series = new Set<string>();
  let help = '';
  let current: Open | undefined;
  for (const line of text.slice(0, -1).split('\n')) {
    const [mark, keyword, name = '', ...rest] = line.split(' ');
    if (mark === '#' && keyword === 'HELP') {
      require(NAME.test(name) && !families.has(name) && rest.length > 0, line);
      help = name;
    } else if (mark === '#' && keyword === 'TYPE') {
      const type = rest.join(' ');
      require(name === help && !families.has(name), line);
      if (type !== 'counter' && type !== 'gauge' && type !== 'histogram') throw broken(line);
      const family: Open = { name, type, samples: [] };
      families.set(name, family);
      current = family;
    } else {
      const sample = sampleOf(line);
      if (current === undefined || !belongs(current, sample.name)) throw broken(line);
      const key = `${sample.name} ${JSON.stringify(Object.entries(sample.labels).sort())}`;
      require(!series.has(key), `twice: ${line}`);
      series.add(key);
      current.samples.push(sample);
    }
  }
  for (const family of families.values()) {
    if (family.type === 'counter') require(family.name.endsWith('_total'), family.name);
    if (family.type === 'histogram') requireSums(family);
  }
  return families;
}

function sampleOf(line: string): Sample {
  const [, name = '', inner = '', number = ''] = SAMPLE.exec(line) ?? fail(line);
  const labels: Record<string, string> = {};
  LABEL.lastIndex = 0;
  while (LABEL.lastIndex < inner.length) {
    const [, label = '', value = ''] = LABEL.exec(inner) ?? fail(line);
    require(!(label in labels), line);
    labels[label] = value;
  }
  const value = number === '+Inf' ? Infinity : Number(number);
  require(number !== '' && !Number.isNaN(value), line);
  return { name, labels, value };
}

function belongs({ name, type }: Pick<Family, 'name' | 'type'>, sample: string): boolean {
  if (type !== 'histogram') return sample === name;
  return [`${name}_bucket`, `${name}_sum`, `${name}_count`].includes(sample);
}

/** Buckets rise with their bound up to `+Inf`, which is the count. */
function requireSums({ name, samples }: Family): void {
  const groups = new Map<string, Sample[]>();
  for (const sample of samples) {
    const key = JSON.stringify(Object.entries(sample.labels).filter(([label]) => label !== 'le'));
    groups.set(key, [...(groups.get(key) ?? []), sample]);
  }
  for (const [key, group] of groups) {
    const buckets = group
      .filter((sample) => sample.name === `${name}_bucket`)
      .map(({ labels, value }) => [
        labels['le'] === '+Inf' ? Infinity : Number(labels['le']),
        value,
      ]);
    buckets.forEach(([bound = NaN, value = NaN], at) => {
      const [before = -Infinity, less = 0] = buckets[at - 1] ?? [];
      require(bound > before && value >= less, `${name} ${key}`);
    });
    const count = group.find((sample) => sample.name === `${name}_count`)?.value;
    require(buckets.at(-1)?.[0] === Infinity && buckets.at(-1)?.[1] === count, `${name} ${key}`);
    require(group.some((sample) => sample.name === `${name}_sum`), `${name} ${key}`);
  }
}

function require(holds: boolean, what: string): void {
  if (!holds) throw broken(what);
}

function fail(what: string): never {
  throw broken(what);
}

function broken(what: string): Error {
  return new Error(`not in the text format of Prometheus: ${what}`);
}
