import type { TextsOf } from '../../../ui/texts-of.ts';
import type { nl } from './nl.ts';

export const en: TextsOf<typeof nl> = {
  late: '{{span}} late',
  close: 'Close',
  closeTitle: 'Close the promise',
  closeDo: 'Close',
  keptQuestion: 'Was the promise kept?',
  kept: 'Kept',
  notKept: 'Not kept',
  outcome: 'What did you tell the resident',
  outcomeHint: 'So that a colleague knows later what was promised and answered.',
  outcomeMissing: 'Write down what the resident was told.',
  outcomeTooLong_one:
    '“What did you tell the resident” is {{excess}} character too long: {{most}} at most. Nothing was cut.',
  outcomeTooLong_other:
    '“What did you tell the resident” is {{excess}} characters too long: {{most}} at most. Nothing was cut.',
  closedKept: 'Promise kept and closed.',
  closed: 'Promise closed.',
};
