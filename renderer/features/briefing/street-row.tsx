import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import type { BriefedStreet } from '#shared/contract/briefing.ts';

import { useCodes } from '../../client/codes.ts';
import { useFormats } from '../../ui/formats.ts';
import classes from './briefing.module.css';
import { useStreetWords } from './briefing-words.ts';

/** One street: what is done there and when, why, and what else there is to know. */
export function StreetRow({ street }: { readonly street: BriefedStreet }) {
  const { t } = useTranslation('briefing');
  const codes = useCodes();
  const formats = useFormats();
  const words = useStreetWords();
  const signals = [words.subjects(street), words.hot(street)].filter((one) => one !== '');
  return (
    <tr data-street>
      <th scope="row">
        <Link to="/streets/$streetId" params={{ streetId: street.streetId }}>
          {formats.street(street)}
        </Link>
      </th>
      <td>
        {street.measures.map((measure) => (
          <p key={measure.id}>
            <span className={classes.box} aria-hidden />
            <b>{words.times(measure)}</b>{' '}
            <Link
              to="/actions/$actionId"
              params={{ actionId: measure.actionId }}
              search={{ dossier: measure.dossierId }}
            >
              {codes.name('task-type', measure.type)}
            </Link>
            {[measure.stretch === null ? '' : words.stretch(measure), words.dose(measure)]
              .filter((one) => one !== '')
              .map((one) => `, ${one}`)}
          </p>
        ))}
        {words.promises(street).map((promise) => (
          <p key={promise}>
            <span className={classes.box} aria-hidden />
            {promise}
          </p>
        ))}
      </td>
      <td>
        {street.reasons.map(({ actionId, problem, actionTitle, aim }) => (
          <p key={actionId}>
            <b>{problem === null ? actionTitle : codes.name('problem', problem)}</b>
            {aim === '' ? null : `${t('colon')}${aim}`}
          </p>
        ))}
      </td>
      <td>
        {signals.map((signal) => (
          <p key={signal}>{signal}</p>
        ))}
      </td>
    </tr>
  );
}
