import type { TextsOf } from '../../../ui/texts-of.ts';
import type { nl } from './nl.ts';

export const fr: TextsOf<typeof nl> = {
  late: '{{span}} de retard',
  close: 'Clore',
  closeTitle: 'Clore la promesse',
  closeDo: 'Clore',
  keptQuestion: 'La promesse a-t-elle été tenue ?',
  kept: 'Tenue',
  notKept: 'Non tenue',
  outcome: "Qu'avez-vous dit à l'habitant",
  outcomeHint: 'Un collègue saura ainsi plus tard ce qui a été promis et répondu.',
  outcomeMissing: "Notez ce que l'habitant a appris.",
  outcomeTooLong_one:
    '« Qu’avez-vous dit à l’habitant » compte {{excess}} caractère de trop : {{most}} au plus. Rien n’a été coupé.',
  outcomeTooLong_other:
    '« Qu’avez-vous dit à l’habitant » compte {{excess}} caractères de trop : {{most}} au plus. Rien n’a été coupé.',
  closedKept: 'Promesse tenue et close.',
  closed: 'Promesse close.',
};
