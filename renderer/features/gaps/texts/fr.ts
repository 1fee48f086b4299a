import type { TextsOf } from '../../../ui/texts-of.ts';
import type { nl } from './nl.ts';

export const fr: TextsOf<typeof nl> = {
  title: 'Ressenti et faits',
  about:
    'Où les habitants se sentent en insécurité, où des faits ont été constatés, et où les deux divergent.',
  map: 'Carte du ressenti et des faits',
  noPeriod: 'Choisissez un premier et un dernier jour, à dix ans d’écart au plus.',
  filters: {
    all: 'Ce qui est comparé',
    level: 'Par',
    from: 'Du',
    to: 'Jusqu’au',
    kind: 'Type de faits',
    allKinds: 'Tous les types',
    neighbourhood: 'Tableau : quartier',
    allNeighbourhoods: 'Tous les quartiers',
    class: 'Tableau : groupe',
    allClasses: 'Tous les groupes',
    order: 'Tableau : ordre',
  },
  level: { segment: 'tronçon de rue', street: 'rue', neighbourhood: 'quartier' },
  order: {
    hot: 'les plus marquants d’abord',
    felt: 'les moins sûrs d’abord',
    recorded: 'le plus de faits au km d’abord',
  },
  class: {
    'felt-and-recorded': 'Ressenti et constaté',
    'felt-only': 'Ressenti seulement',
    'recorded-only': 'Constaté seulement',
    calm: 'Calme',
    'too-few': 'Trop peu pour se prononcer',
  },
  legend: {
    title: 'Ce que disent les traits',
    tooFew: '(moins de {{fewest}} réponses)',
    hot: 'Avec un bord : ici et à côté, plus de faits que le hasard n’en ferait',
    faint: 'Trait plus pâle : l’écart avec l’ensemble peut être dû au hasard.',
  },
  summary: {
    title: 'Jusqu’où cela va',
    felt_one:
      '{{share}} de {{answers}} réponse dit souvent ou toujours en insécurité. Chaque lieu y est comparé.',
    felt_other:
      '{{share}} de {{answers}} réponses disent souvent ou toujours en insécurité. Chaque lieu y est comparé.',
    nobodyFelt:
      'Personne n’a dit son sentiment de sécurité pendant cette période. Posez la question lors d’un contact.',
    recorded_one:
      '{{facts}} fait signalé par des habitants ou des partenaires : {{rate}} au km de rue.',
    recorded_other:
      '{{facts}} faits signalés par des habitants ou des partenaires : {{rate}} au km de rue.',
    elsewhere_one: '{{facts}} fait ne se trouve sur aucun de ces lieux.',
    elsewhere_other: '{{facts}} faits ne se trouvent sur aucun de ces lieux.',
    police_one:
      '{{facts}} fait a été trouvé par la police. Il n’entre dans aucun classement : il dit où l’on a regardé.',
    police_other:
      '{{facts}} faits ont été trouvés par la police. Ils n’entrent dans aucun classement : ils disent où l’on a regardé.',
    weights: 'Les faits pèsent ce que la zone a fixé, en vigueur depuis le {{day}}.',
    noPrediction: 'Ces faits ne permettent pas de dire si cette carte prédit quelque chose.',
    uncovered_one:
      'Impossible de dire si cette carte prédit quelque chose : {{source}} ne couvre pas {{days}} jour de cette période et de la précédente.',
    uncovered_other:
      'Impossible de dire si cette carte prédit quelque chose : {{source}} ne couvre pas {{days}} jours de cette période et de la précédente.',
    predicts:
      'Les rues marquantes de la période précédente ont capté {{index}} fois plus de faits que des rues au hasard ({{low}} à {{high}}).',
    predictsNothing:
      'Cette carte ne prédit rien : les rues marquantes de la période précédente ont capté {{index}} fois autant de faits que des rues au hasard ({{low}} à {{high}}).',
    predictionHint_one: '{{hits}} fait sur {{total}}, sur {{share}} de la longueur.',
    predictionHint_other: '{{hits}} faits sur {{total}}, sur {{share}} de la longueur.',
    predictionWeighed: 'Dans l’indice, ils pèsent comme pour les lieux marquants.',
    moranHelp:
      'Le I de Moran dit si les rues chargées se côtoient : à 0 elles sont dispersées comme au hasard, à 1 toutes ensemble, sous 0 plus écartées.',
    clustered: 'Les rues chargées se côtoient plus souvent que par hasard (I de Moran {{i}}).',
    notClustered:
      'Les rues chargées ne se côtoient pas plus souvent que par hasard (I de Moran {{i}}).',
    break:
      '{{source}} compte autrement depuis le {{day}} : {{note}} Ne comparez pas de part et d’autre de ce jour.',
  },
  table: {
    title: 'Le tableau',
    none: 'Rien pour cette période',
    noneText:
      'Il n’y a ni réponse ni fait pour ce choix. Choisissez une autre période, ou importez des faits.',
    place: 'Lieu',
    class: 'Groupe',
    felt: 'Souvent ou toujours en insécurité',
    recorded: 'Faits au km',
    police: 'Trouvés par la police',
    score: 'Gi*',
    scoreHelp:
      'Gi* dit combien ce lieu et les tronçons qui partagent un carrefour avec lui sont chargés, à côté de ce que ferait le hasard : 0 est comme ailleurs, au-dessus de 2 c’est plus que ce que fait d’ordinaire le hasard, sous 0 c’est plus calme. « Marquant » tient aussi compte du nombre de lieux regardés.',
    onMap: 'Sur la carte',
    metres: '{{metres}} m',
    nobody: 'personne interrogée',
    feltOf: '{{insecure}} sur {{answers}}',
    between: '{{low}} à {{high}}',
    rate_one: '{{rate}} ({{facts}} fait)',
    rate_other: '{{rate}} ({{facts}} faits)',
    hot: 'marquant',
    show: 'Montrer',
    showOnMap: 'Montrer {{name}} sur la carte',
    shown: 'Sur la carte : {{name}}',
    back: 'Retour au tableau',
    more: 'Les {{shown}} premières lignes sur {{total}}. Le fichier enregistré les contient toutes.',
  },
  column: {
    stretch: 'Tronçon',
    name: 'Lieu',
    area: 'Quartier',
    class: 'Groupe',
    answers: 'Réponses',
    insecure: 'Souvent ou toujours en insécurité',
    feltLow: 'Part en insécurité, minimum',
    feltHigh: 'Part en insécurité, maximum',
    feltSure: 'Ressenti : hors hasard',
    facts: 'Faits',
    policeFacts: 'Trouvés par la police',
    metres: 'Longueur (m)',
    perKilometre: 'Poids au km',
    recordedLow: 'Au km, minimum',
    recordedHigh: 'Au km, maximum',
    recordedSure: 'Faits : hors hasard',
    score: 'Gi*',
    hot: 'Marquant',
  },
  export: {
    save: 'Enregistrer le tableau',
    fileName: 'ressenti-et-faits',
    yes: 'oui',
    no: 'non',
    caveat: 'Attention',
    caveatText:
      'Intervalles à 95 %. Les faits trouvés par la police n’entrent dans aucun classement. En dessous de cinq réponses, un lieu n’a pas de groupe.',
  },
};
