import type { TextsOf } from '../../../ui/texts-of.ts';
import type { nl } from './nl.ts';

export const en: TextsOf<typeof nl> = {
  title: 'Who is away',
  none: 'Nobody is away, now or later.',
  add: 'Set an absence',
  change: 'Change',
  changeOf: 'Change the absence of {{name}}',
  back: 'Back at work',
  backOf: '{{name}} is back at work',
  remove: 'Remove',
  removeOf: 'Remove the absence of {{name}}',
  days: '{{first}} up to and including {{last}}',
  standsIn: '{{name}} stands in',
  now: 'now',
  promises_one: '{{total}} open promise',
  promises_other: '{{total}} open promises',
  officer: 'Who is away',
  firstDay: 'First day',
  lastDay: 'Last day',
  substitute: 'Who stands in',
  choose: 'Choose a colleague',
  whyNot: 'Why is not asked, and kept nowhere.',
  effect:
    'On those days open promises are with who stands in. The day that a resident was told stays.',
  alsoAway:
    '{{name}} is away for some of that time too: {{days}}. On those days {{other}} takes over.',
  notNamed:
    '{{name}} is not the officer of {{neighbourhoods}}. Promises from there reach {{name}} only if the administrator gives {{name}} that neighbourhood too.',
  save: 'Set',
  lacks: {
    firstDay: 'Choose the first day.',
    lastDay: 'Choose the last day.',
    substituteId: 'Choose who stands in.',
  },
  done: 'Set: {{name}} is away, {{other}} stands in.',
  backDone: '{{name}} is back at work.',
  removed: 'The absence of {{name}} is removed.',
  youAway: 'You are away up to and including {{last}}. {{name}} sees to your promises.',
  youStandIn: 'You stand in for {{name}} up to and including {{last}}.',
};
