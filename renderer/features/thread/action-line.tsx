import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import type { ThreadLine } from '#shared/contract/thread.ts';
import { isPastEnd } from '#shared/domain/actions/action.ts';
import { dayOf } from '#shared/lib/dates.ts';

import { useCodes } from '../../client/codes.ts';
import { useFormats } from '../../ui/formats.ts';
import { PART, useActionStanding } from '../actions/index.ts';
import { DoseBar } from './dose-bar.tsx';
import classes from './thread.module.css';

/** One action: each step of the thread leads to its page. */
export function ActionLine({ action }: { readonly action: ThreadLine }) {
  const { t } = useTranslation('thread');
  const formats = useFormats();
  const codes = useCodes();
  const standing = useActionStanding();
  const { sign, dose, refusal } = action;
  const today = dayOf(new Date().toISOString());
  const days = [action.startsOn, action.endsOn].map((day) =>
    day === null ? '…' : formats.day(day),
  );
  const result =
    action.verdict !== null
      ? codes.name('verdict', action.verdict)
      : action.state === 'active' && !isPastEnd(action, today)
        ? t('running')
        : '';
  return (
    <tr>
      <th scope="row">
        <ToAction action={action}>{action.title}</ToAction>
        <span className={classes.under}>{days.join(' – ')}</span>
      </th>
      <td>{standing(action)}</td>
      <td>
        {action.dossierTitle === '' ? (
          t('dossierElsewhere')
        ) : (
          <Link
            className={classes.link}
            to="/dossiers/$dossierId"
            params={{ dossierId: action.dossierId }}
            hash={PART.contacts}
            hashScrollIntoView={false}
          >
            {t('contacts', { count: action.contacts, total: formats.number(action.contacts) })}
          </Link>
        )}
        <span className={classes.under}>
          {[
            action.dossierTitle,
            action.contactsElsewhere === 0
              ? ''
              : t('elsewhere', {
                  count: action.contactsElsewhere,
                  total: formats.number(action.contactsElsewhere),
                }),
          ]
            .filter((one) => one !== '')
            .join(' · ')}
        </span>
      </td>
      <td className={classes.dose}>
        {dose ? (
          <DoseBar
            name={action.title}
            dose={dose}
            scale={Math.max(dose.planned, dose.delivered)}
            said={(text) => (
              <ToAction action={action} part={PART.dose}>
                {text}
              </ToAction>
            )}
          />
        ) : (
          <span className={classes.under}>
            {t(action.state === 'refused' ? 'refused' : 'notBegun')}
          </span>
        )}
      </td>
      <td>
        {result === '' ? (
          <span className={classes.under}>
            {action.state === 'refused' ? refusal : t('noResult')}
          </span>
        ) : (
          <ToAction action={action} part={PART.outcome}>
            {result}
          </ToAction>
        )}
        {sign && sign.after !== null && (
          <span className={classes.under}>
            {t('sign', {
              what: sign.what,
              before: formats.number(sign.before),
              after: formats.number(sign.after),
            })}
          </span>
        )}
      </td>
    </tr>
  );
}

function ToAction(props: {
  readonly action: ThreadLine;
  readonly part?: string;
  readonly children: ReactNode;
}) {
  const { id, dossierId } = props.action;
  return (
    <Link
      className={classes.link}
      to="/actions/$actionId"
      params={{ actionId: id }}
      search={{ dossier: dossierId }}
      {...(props.part !== undefined && { hash: props.part, hashScrollIntoView: false })}
    >
      {props.children}
    </Link>
  );
}
