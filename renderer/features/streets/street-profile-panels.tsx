import { Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import type { StreetProfile } from '#shared/contract/street-profile.ts';
import type { Id } from '#shared/lib/ids.ts';

import { useFormats } from '../../ui/formats.ts';
import { Panel } from '../../ui/panel.tsx';
import { DonePanel } from './done-panel.tsx';
import { FactKindsPanel } from './fact-kinds-panel.tsx';
import { FactQuartersPanel } from './fact-quarters-panel.tsx';
import { FactWeekPanel } from './fact-week-panel.tsx';
import { PartnersPanel } from './partners-panel.tsx';
import { PiecesPanel } from './pieces-panel.tsx';
import classes from './place-panels.module.css';

/** Recorded facts of a street or a piece of it, needs, what was done, partners, and its pieces. */
export function StreetProfilePanels(props: {
  readonly profile: StreetProfile;
  readonly chosen: Id | null;
  readonly onChoose: (segmentId: Id | null) => void;
}) {
  const { profile, chosen, onChoose } = props;
  return (
    <div className={classes.profile}>
      <div className={classes.columns}>
        <Stack gap="md">
          <FactQuartersPanel profile={profile} />
          <FactWeekPanel profile={profile} />
          <FactKindsPanel profile={profile} />
        </Stack>
        <Stack gap="md">
          <NeedsPanel needs={profile.needs} />
          <PiecesPanel profile={profile} chosen={chosen} onChoose={onChoose} />
          <DonePanel actions={profile.actions} />
          <PartnersPanel profile={profile} />
        </Stack>
      </div>
    </div>
  );
}

/** What residents need, in their own words. */
function NeedsPanel(props: { readonly needs: StreetProfile['needs'] }) {
  const { t } = useTranslation('streets');
  const formats = useFormats();
  return (
    <Panel title={t('needs.title')} flush={props.needs.length > 0}>
      {props.needs.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('needs.none')}
        </Text>
      ) : (
        <ul className={classes.list}>
          {props.needs.map(({ contactId, occurredAt, need }) => (
            <li key={contactId}>
              <Link
                className={classes.need}
                to="/contact/$contactId"
                params={{ contactId }}
                search={{}}
              >
                <q>{need}</q>
                <span className={classes.when}>{formats.recentMoment(occurredAt)}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
