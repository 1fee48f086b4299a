import type { TextsOf } from '../../../../ui/texts-of.ts';
import type { nl } from './nl.ts';

export const en: TextsOf<typeof nl> = {
  dossier: 'Dossier',
  actions: 'Action',
  noAction: 'no action uses this means yet',
  lighter: 'Lighter means',
  nothing: 'nothing noted',
  question: 'What do you say of it?',
  agree: 'Seen and agreed',
  disagree: 'I do not agree, because …',
  disagreeHint: 'This means is not used as long as nobody answers your reason.',
  reason: 'Why you do not agree',
  opinionMissing: 'Choose whether you agree.',
  reasonMissing: 'Write why you do not agree.',
  save: 'Save',
  notAgreed: 'Does not agree',
  says: '{{who}}: {{reason}}',
  revised: 'Reasons changed by',
  before: '{{what}}, before: {{text}}',
  withdrawnBy: 'Withdrawn by',
  who: 'Who noted it, who decided or a team lead answers: with other reasons, or by withdrawing it.',
  today: {
    title: 'Somebody does not agree with a heavy means',
    hint: 'The means is not used until there are other reasons.',
  },
  revise: {
    do: 'Change the reasons',
    title: 'Change the reasons',
    save: 'Ask again',
    hint: 'Then a second pair of eyes looks again. What stood there before stays readable.',
    missing: 'Change at least one reason.',
    empty: 'Each reason needs a sentence.',
  },
  withdraw: {
    do: 'Withdraw',
    title: 'Withdraw this means',
    save: 'Withdraw',
    text: 'The means is not used then. What was noted of it stays readable; to use it later after all, note it anew.',
  },
};
