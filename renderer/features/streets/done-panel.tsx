import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import type { StreetProfile } from '#shared/contract/street-profile.ts';
import { isPastEnd } from '#shared/domain/actions/action.ts';
import { dayOf } from '#shared/lib/dates.ts';

import { useCodes } from '../../client/codes.ts';
import { useFormats } from '../../ui/formats.ts';
import { Panel } from '../../ui/panel.tsx';
import { useActionStanding } from '../actions/index.ts';
import classes from './place-panels.module.css';

/** Actions here, proposed, under way or over, what came of them, and what was learned. */
export function DonePanel(props: { readonly actions: StreetProfile['actions'] }) {
  const { t } = useTranslation('streets');
  const formats = useFormats();
  const codes = useCodes();
  const standing = useActionStanding();
  const today = dayOf(new Date().toISOString());
  return (
    <Panel title={t('actions.title')}>
      {props.actions.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('actions.none')}
        </Text>
      )}
      <ul className={classes.plain}>
        {props.actions.map(({ id, dossierId, title, state, endsOn, verdict, types, learned }) => (
          <li key={id}>
            <Anchor
              size="sm"
              renderRoot={(rest) => (
                <Link
                  {...rest}
                  to="/actions/$actionId"
                  params={{ actionId: id }}
                  search={{ dossier: dossierId }}
                />
              )}
            >
              {title}
            </Anchor>{' '}
            <Text span size="sm" c="dimmed">
              {[
                verdict === null ? standing({ state, endsOn }) : t(`actions.verdict.${verdict}`),
                endsOn === null || isPastEnd({ state, endsOn }, today) ? '' : formats.day(endsOn),
                types.map((type) => codes.name('task-type', type)).join(', '),
              ]
                .filter(Boolean)
                .join(' · ')}
            </Text>
            {learned !== '' && <Text size="sm">{t('actions.learned', { learned })}</Text>}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
