export const fr = {
  title: 'Ce que cela a donné',
  nothing: 'Dans les rues alentour non plus, rien n’a été compté : il n’y a rien à dessiner.',
  counted: 'Sur ces tronçons, on en a compté {{before}} avant et {{after}} depuis le début.',
  sure: 'D’après les rues comparables, on pouvait en attendre {{expected}} : une différence de {{difference}}, avec 95 % de certitude entre {{low}} et {{high}}.',
  chance:
    'D’après les rues comparables, on pouvait en attendre {{expected}} : une différence de {{difference}}, peut-être due au hasard (avec 95 % de certitude entre {{low}} et {{high}}).',
  aroundSure: 'Dans les rues voisines, la différence est de {{difference}} ({{low}} à {{high}}).',
  aroundChance:
    'Dans les rues voisines, la différence est de {{difference}} ({{low}} à {{high}}) : c’est peut-être le hasard.',
  tooLittle: 'Il y a trop peu pour comparer avec d’autres rues.',
  parted: 'Avant et après ne se comparent pas : une source a changé sa façon de compter.',
  doubted:
    'Avant et après ne se comparent pas encore : une source a peut-être changé sa façon de compter.',
  doubt:
    'Personne n’a encore dit si {{source}} a changé sa façon de compter en {{year}} : tant que qui dirige l’équipe n’y répond pas, ce qui est compté ne dit rien de cette action.',
  doubtKept:
    'À la clôture de l’action, personne n’avait dit si {{source}} avait changé sa façon de compter en {{year}}.',
  toSources: 'Vers les sources',
  break: '{{source}} compte autrement depuis le {{day}} : {{note}}',
  reach: {
    until_one: 'Les faits vont jusqu’au {{day}} ; {{days}} jour après n’est pas couvert.',
    until_other: 'Les faits vont jusqu’au {{day}} ; {{days}} jours après ne sont pas couverts.',
    unknown: 'Aucun fait de ce problème n’a jamais été importé.',
    holes: 'Des jours comparés manquent dans une source.',
    cut: 'On a compté jusque-là, et aussi longtemps avant.',
    tooShort:
      'Ce que personne n’a importé n’est pas zéro : tant que les faits ne sont pas importés, les chiffres ne disent rien de cette action.',
  },
  byHand: 'Compté à la main, {{what}} : {{before}} avant, {{after}} après.',
  handPicture: 'Graphique d’avant et d’après. {{sentence}}',
  handTable: 'Les chiffres derrière le graphique',
  beforehand: 'avant',
  when: 'Quand',
  handCount: 'Compté',
  beforeDays: 'avant, du {{from}} au {{to}}',
  afterwards: 'après',
  uncounted:
    'Le dossier ne dit d’aucun type de faits constatés qu’il est son problème, ou ne nomme pas de problème. Choisissez-en un dans le dossier, ou comptez vous-même à la clôture.',
  picture: 'Graphique d’avant, de l’attendu et de maintenant. {{sentence}}',
  days: 'Du {{start}} au {{to}}, face à autant de jours du {{from}} au {{until}}.',
  leadUpDays:
    'Les jours entre les deux, à partir du {{from}}, ont provoqué l’action et étaient peut-être pires que d’habitude : ils choisissent les rues comparables et ne comptent pas autrement.',
  fixed:
    'Mesure de départ, fixée d’avance : {{baseline}}, du {{from}} au {{to}}. La conclusion ne repose pas sur elle, mais sur ce que le programme a compté lui-même.',
  kept: 'C’est ce qui a été compté à la clôture de l’action.',
  counts: {
    facts:
      'On compte les faits constatés de ce problème ; ce que la police a trouvé elle-même ne compte pas.',
    contacts: 'On compte les contacts qui nomment ce problème.',
    insecure: 'On compte les réponses d’insécurité.',
  },
  before: 'avant',
  leadUp: 'juste avant',
  expected: 'attendu',
  difference: 'Différence (95 %)',
  between: '{{difference}} ({{low}} à {{high}})',
  after: 'maintenant',
  group: {
    own: 'Rues de l’action',
    comparison: 'Rues comparables',
    surroundings: 'Rues voisines',
  },
  table: 'Tous les tronçons comptés',
  chosen:
    'Sont comparables les douze tronçons qui y ressemblaient le plus juste avant, sans ceux de l’action, ceux d’à côté, ceux d’autres actions et ceux qu’on a écartés.',
  stretch: 'Tronçon',
  long: '{{street}}, {{metres}} m',
  outOf: '{{count}} sur {{total}}',
  none: 'Aucun',
  gone: 'Une rue qui n’existe plus',
  leaveOut: 'Écarter',
  leaveOutOf: 'Écarter {{name}}',
  leaveOutTitle: 'Ne pas comparer avec',
  reason: 'Pourquoi pas',
  reasonHint:
    'Ce qui s’y est passé sans rapport avec ceci : des travaux, une école fermée, un événement.',
  reasonMissing: 'Dites pourquoi ce n’est pas comparable.',
  isLeftOut: 'Pas comparé avec {{name}}',
  leftOut: 'Pas comparé avec {{street}} : {{reason}}',
  compareAgain: 'Comparer à nouveau',
  compareAgainWith: 'Comparer à nouveau avec {{street}}',
};
