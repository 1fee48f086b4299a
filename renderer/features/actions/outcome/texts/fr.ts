export const fr = {
  title: 'Ce que cela a donné',
  counted: 'Sur ces tronçons, on en a compté {{before}} avant et {{after}} depuis le début.',
  sure: 'D’après les rues comparables, on pouvait en attendre {{expected}} : une différence de {{difference}}, avec 95 % de certitude entre {{low}} et {{high}}.',
  chance:
    'D’après les rues comparables, on pouvait en attendre {{expected}} : une différence de {{difference}}, peut-être due au hasard (avec 95 % de certitude entre {{low}} et {{high}}).',
  aroundSure: 'Dans les rues voisines, la différence est de {{difference}} ({{low}} à {{high}}).',
  aroundChance:
    'Dans les rues voisines, la différence est de {{difference}} ({{low}} à {{high}}) : c’est peut-être le hasard.',
  tooLittle: 'Il y a trop peu pour comparer avec d’autres rues.',
  parted: 'Avant et après ne se comparent pas : une source a changé sa façon de compter.',
  break: '{{source}} compte autrement depuis le {{day}} : {{note}}',
  uncounted:
    'Aucun fait que le programme connaît ne relève du problème de ce dossier, ou le dossier ne nomme pas de problème. Comptez vous-même à la clôture.',
  picture: 'Graphique d’avant, de l’attendu et de maintenant. {{sentence}}',
  days: 'Du {{start}} au {{to}}, face à autant de jours à partir du {{from}}.',
  counts: {
    facts:
      'On compte les faits constatés de ce problème ; ce que la police a trouvé elle-même ne compte pas.',
    contacts: 'On compte les contacts qui nomment ce problème.',
    insecure: 'On compte les réponses d’insécurité.',
  },
  before: 'avant',
  expected: 'attendu',
  after: 'maintenant',
  group: {
    own: 'Rues de l’action',
    comparison: 'Rues comparables',
    surroundings: 'Rues voisines',
  },
  table: 'Tous les tronçons comptés',
  chosen:
    'Sont comparables les douze tronçons qui y ressemblaient le plus avant, sans ceux de l’action, ceux d’à côté et ceux d’autres actions.',
  stretch: 'Tronçon',
  long: '{{street}}, {{metres}} m',
  outOf: '{{count}} sur {{total}}',
  none: 'Aucun',
};
