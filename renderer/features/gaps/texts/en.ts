import type { TextsOf } from '../../../ui/texts-of.ts';
import type { nl } from './nl.ts';

export const en: TextsOf<typeof nl> = {
  title: 'Feeling and facts',
  about: 'Where residents feel unsafe, where facts were recorded, and where the two part.',
  map: 'Map of feeling and facts',
  noPeriod: 'Choose a first and a last day, at most ten years apart.',
  filters: {
    all: 'What is compared',
    level: 'By',
    from: 'From',
    to: 'Up to and with',
    kind: 'Kind of facts',
    allKinds: 'All kinds',
    neighbourhood: 'Table: neighbourhood',
    allNeighbourhoods: 'All neighbourhoods',
    class: 'Table: group',
    allClasses: 'All groups',
    order: 'Table: order',
  },
  level: { segment: 'piece of street', street: 'street', neighbourhood: 'neighbourhood' },
  order: {
    hot: 'hottest first',
    felt: 'least safe feeling first',
    recorded: 'most facts per km first',
  },
  class: {
    'felt-and-recorded': 'Felt and recorded',
    'felt-only': 'Felt only',
    'recorded-only': 'Recorded only',
    calm: 'Calm',
    'too-few': 'Too few to say',
  },
  legend: {
    title: 'What the lines mean',
    tooFew: '(fewer than {{fewest}} answers)',
    hot: 'With an edge: more facts here and next door than chance would make',
    faint: 'Drawn fainter: the difference from the whole may be chance.',
  },
  summary: {
    title: 'How far this goes',
    felt_one:
      '{{share}} of {{answers}} answer is often or always unsafe. Every place is compared with that.',
    felt_other:
      '{{share}} of {{answers}} answers are often or always unsafe. Every place is compared with that.',
    nobodyFelt: 'Nobody said how safe it feels in this period. Ask about it with a contact.',
    recorded_one: '{{facts}} fact reported by residents or partners: {{rate}} per km of street.',
    recorded_other: '{{facts}} facts reported by residents or partners: {{rate}} per km of street.',
    elsewhere_one: '{{facts}} fact lies on none of these places.',
    elsewhere_other: '{{facts}} facts lie on none of these places.',
    police_one:
      '{{facts}} fact was found by police. It takes part in no ranking: it says where somebody looked.',
    police_other:
      '{{facts}} facts were found by police. They take part in no ranking: they say where somebody looked.',
    weights: 'Facts weigh what the zone has set, in force since {{day}}.',
    noPrediction: 'Whether this map predicts anything cannot be told from these facts.',
    uncovered_one:
      'Whether this map predicts anything cannot be told: {{source}} does not cover {{days}} day of this period and the one before.',
    uncovered_other:
      'Whether this map predicts anything cannot be told: {{source}} does not cover {{days}} days of this period and the one before.',
    predicts:
      'Hot streets of the period before caught {{index}} times as many facts as streets at random ({{low}} to {{high}}).',
    predictsNothing:
      'This map predicts nothing: hot streets of the period before caught {{index}} times as many facts as streets at random ({{low}} to {{high}}).',
    predictionHint_one: '{{hits}} of {{total}} fact on {{share}} of the length.',
    predictionHint_other: '{{hits}} of {{total}} facts on {{share}} of the length.',
    predictionWeighed: 'In the index they weigh as they do in hot places.',
    moranHelp:
      'Moran’s I says whether busy streets lie together: at 0 they are spread as by chance, at 1 all together, below 0 further apart.',
    clustered: 'Busy streets lie together more often than chance would make (Moran’s I {{i}}).',
    notClustered:
      'Busy streets do not lie together more often than chance would make (Moran’s I {{i}}).',
    break:
      '{{source}} counts in another way since {{day}}: {{note}} Do not compare across that day.',
  },
  table: {
    title: 'The table',
    none: 'Nothing in this period',
    noneText:
      'There is no answer and no fact for this choice. Choose another period, or bring in facts.',
    place: 'Place',
    class: 'Group',
    felt: 'Feels often or always unsafe',
    recorded: 'Facts per km',
    police: 'Found by police',
    score: 'Gi*',
    scoreHelp:
      'Gi* says how busy this place is, with the pieces that share a crossing with it, beside what chance would make: 0 is as elsewhere, above 2 is more than chance usually makes, below 0 is quieter. “Hot” also takes into account that many places were looked at.',
    onMap: 'On the map',
    metres: '{{metres}} m',
    nobody: 'nobody asked',
    feltOf: '{{insecure}} of {{answers}}',
    between: '{{low}} to {{high}}',
    rate_one: '{{rate}} ({{facts}} fact)',
    rate_other: '{{rate}} ({{facts}} facts)',
    hot: 'hot',
    show: 'Show',
    showOnMap: 'Show {{name}} on the map',
    shown: 'On the map: {{name}}',
    back: 'Back to the table',
    more: 'The first {{shown}} of {{total}} rows. The file that you save holds them all.',
  },
  column: {
    stretch: 'Stretch',
    name: 'Place',
    area: 'Neighbourhood',
    class: 'Group',
    answers: 'Answers',
    insecure: 'Often or always unsafe',
    feltLow: 'Share unsafe, lowest',
    feltHigh: 'Share unsafe, highest',
    feltSure: 'Feeling: not by chance',
    facts: 'Facts',
    policeFacts: 'Found by police',
    metres: 'Length (m)',
    perKilometre: 'Weight per km',
    recordedLow: 'Per km, lowest',
    recordedHigh: 'Per km, highest',
    recordedSure: 'Facts: not by chance',
    score: 'Gi*',
    hot: 'Hot',
  },
  export: {
    save: 'Save the table',
    fileName: 'feeling-and-facts',
    yes: 'yes',
    no: 'no',
    caveat: 'Mind',
    caveatText:
      'Intervals of 95 %. Facts found by police take part in no ranking. A place with fewer than five answers has no group.',
  },
};
