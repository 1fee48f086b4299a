import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { StretchOfProposals } from '#shared/contract/action-proposals.ts';
import type { DossierPage, PlannedAction } from '#shared/contract/actions.ts';
import { isPastEnd } from '#shared/domain/actions/action.ts';
import {
  FEWEST_SIGNS,
  PROPOSAL_STANDINGS,
  type ProposalStanding,
} from '#shared/domain/actions/propose-measures.ts';
import { dayOf } from '#shared/lib/dates.ts';

import { useCodes } from '../../../client/codes.ts';
import { useErrorText } from '../../../client/error-text.ts';
import { useSteadyQuestion } from '../../../client/steady-question.ts';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { useFormats } from '../../../ui/formats.ts';
import { Panel } from '../../../ui/panel.tsx';
import { useStretchName } from '../stretch-name.ts';
import { ProposalRow } from './proposal-row.tsx';
import { RefusedRow } from './refused-row.tsx';
import classes from './tailoring.module.css';

/** What may be worth doing on each stretch, with why; the officer takes, changes or refuses. */
export function ProposalsPanel(props: {
  readonly action: PlannedAction;
  readonly page: DossierPage;
}) {
  const { action, page } = props;
  const { t } = useTranslation('tailoring');
  const formats = useFormats();
  const errorText = useErrorText();
  const answer = useSteadyQuestion({
    topics: ['dossiers', 'contacts', 'facts', 'territory', 'codes'],
    key: ['actions.proposals', action.id],
    ask: (client, signal) => client.actions.proposals({ id: action.id }, { signal }),
  });
  if (action.state === 'closed' || action.state === 'refused') return null;
  if (isPastEnd(action, dayOf(new Date().toISOString()))) {
    return (
      <Panel title={t('title')}>
        <Text size="sm">{t('pastEnd')}</Text>
      </Panel>
    );
  }
  if (answer.isError) return <FailureNotice text={errorText(answer.error)} />;
  if (!answer.data) return null;
  const { since, stretches } = answer.data;
  return (
    <Panel title={t('title')}>
      <Text size="xs" c="dimmed" mb="sm">
        {t('hint', { day: formats.day(since) })}
      </Text>
      {stretches.length === 0 && <Text size="sm">{t('noStretch')}</Text>}
      <Stack gap="lg">
        {stretches.filter(hasMore).map((stretch) => (
          <Stretch key={stretch.segmentId} stretch={stretch} action={action} page={page} />
        ))}
        {PROPOSAL_STANDINGS.map((standing) => (
          <Quiet
            key={standing}
            standing={standing}
            stretches={stretches.filter((one) => one.standing === standing && !hasMore(one))}
            page={page}
          />
        ))}
      </Stack>
    </Panel>
  );
}

/** Whether there is more to say of a stretch than why it has no proposal. */
function hasMore({ proposals, leftOut, refused }: StretchOfProposals): boolean {
  return proposals.length + leftOut.length + refused.length > 0;
}

/** Stretches without a proposal, together: the reason once, and what is known of each. */
function Quiet(props: {
  readonly standing: ProposalStanding;
  readonly stretches: readonly StretchOfProposals[];
  readonly page: DossierPage;
}) {
  const { standing, stretches, page } = props;
  const { t } = useTranslation('tailoring');
  const signs = useSigns();
  const stretchName = useStretchName(page.segments);
  if (stretches.length === 0 || standing === 'proposed') return null;
  return (
    <div>
      <Text size="sm">{t(`standing.${standing}`, { fewest: FEWEST_SIGNS })}</Text>
      <ul className={classes.quiet}>
        {stretches.map((stretch) => (
          <li key={stretch.segmentId}>
            {t('quiet', { name: stretchName(stretch.segmentId), ...signs(stretch) })}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Stretch(props: {
  readonly stretch: StretchOfProposals;
  readonly action: PlannedAction;
  readonly page: DossierPage;
}) {
  const { stretch, action, page } = props;
  const { t } = useTranslation('tailoring');
  const codes = useCodes();
  const signs = useSigns();
  const name = useStretchName(page.segments)(stretch.segmentId);
  const { standing, basis, proposals, leftOut, refused } = stretch;
  return (
    <section aria-label={name}>
      <h3 className={classes.stretch}>{name}</h3>
      <Text size="xs" c="dimmed">
        {t('known', signs(stretch))}
      </Text>
      {basis?.place === 'street' && (
        <Text size="xs" c="dimmed">
          {t('basis', signs(basis))}
        </Text>
      )}
      {standing !== 'proposed' && (
        <Text size="sm" mt={4}>
          {t(`standing.${standing}`, { fewest: FEWEST_SIGNS })}
        </Text>
      )}
      {proposals.length > 0 && (
        <ul className={classes.list}>
          {proposals.map((proposal) => (
            <ProposalRow
              key={proposal.type}
              proposal={proposal}
              segmentId={stretch.segmentId}
              action={action}
              page={page}
              signs={signs(basis ?? stretch)}
            />
          ))}
        </ul>
      )}
      {leftOut.map(({ type, ended }) => (
        <Text key={type} size="xs" mt={4}>
          {t('leftOut', { count: ended, type: codes.name('task-type', type) })}
        </Text>
      ))}
      {refused.map((refusal) => (
        <RefusedRow key={refusal.type} actionId={action.id} refusal={refusal} stretch={name} />
      ))}
    </section>
  );
}

/** Contacts and facts of a stretch, each with its number, in words. */
function useSigns() {
  const { t } = useTranslation('tailoring');
  const formats = useFormats();
  return ({ contacts, facts }: Pick<StretchOfProposals, 'contacts' | 'facts'>) => ({
    contacts: t('contacts', { count: contacts, total: formats.number(contacts) }),
    facts: t('recorded', { count: facts, total: formats.number(facts) }),
  });
}
