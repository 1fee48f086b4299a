import { Badge, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import type { Disclosed, Disclosure } from '#shared/contract/exports.ts';
import type { ContactView } from '#shared/domain/contacts/contact-view.ts';

import { boardSearchOf } from '../../client/board-search.ts';
import { useFormats } from '../../ui/formats.ts';
import { searchOf, useViewWords } from '../views/index.ts';
import classes from './disclosures-panel.module.css';

/** One thing that left: what, when, by whom and for whom, and the way back to the page it was made of. */
export function DisclosureRow({ disclosure }: { readonly disclosure: Disclosure }) {
  const { madeAt, officerName, format, items, recipient, include, subject } = disclosure;
  const { t } = useTranslation('exports');
  const formats = useFormats();
  const words = {
    count: items,
    total: formats.number(items),
  };
  return (
    <>
      <Group gap="xs" wrap="wrap">
        <Text size="sm" fw={550}>
          {formats.moment(madeAt)}
        </Text>
        <Text size="sm">
          {[
            t(`left.format.${format}`),
            t(`left.what.${subject?.what ?? 'unknown'}`, words),
            officerName,
          ].join(' · ')}
        </Text>
        {include.restricted && <Badge color="orange">{t('left.restricted')}</Badge>}
        {include.assessments && <Badge color="orange">{t('left.assessments')}</Badge>}
        {subject?.what === 'deal' && subject.persons && (
          <Badge color="orange">{t('left.persons')}</Badge>
        )}
      </Group>
      <Text size="sm">{recipient === '' ? t('left.unsaid') : t('left.for', { recipient })}</Text>
      <WayBack subject={subject} />
    </>
  );
}

function WayBack({ subject }: { readonly subject: Disclosed | null }) {
  const { t } = useTranslation('exports');
  if (subject?.what === 'deal') {
    return (
      <Link
        to="/deal-print/$dealId"
        params={{ dealId: subject.dealId }}
        search={{ dossier: subject.dossierId }}
        className={classes.link}
      >
        {t('left.openDeal')}
      </Link>
    );
  }
  if (subject?.what === 'calendar' && subject.board) {
    return (
      <Link to="/board" search={boardSearchOf(subject.board)} className={classes.link}>
        {t('left.openBoard')}
      </Link>
    );
  }
  if (subject?.what === 'thread') {
    return (
      <Link to="/thread" search={{ goal: subject.goal ?? undefined }} className={classes.link}>
        {t('left.openThread')}
      </Link>
    );
  }
  if (subject?.what === 'briefing') {
    const { day, shift, neighbourhoodId } = subject;
    return (
      <Link
        to="/briefing"
        search={{ day, shift, neighbourhoodId: neighbourhoodId ?? undefined }}
        className={classes.link}
      >
        {t('left.openBriefing')}
      </Link>
    );
  }
  if (subject?.what === 'contacts' && subject.view) return <ListWords view={subject.view} />;
  return (
    <Text size="xs" c="dimmed">
      {t('left.unknownList')}
    </Text>
  );
}

function ListWords({ view }: { readonly view: ContactView }) {
  const { t } = useTranslation('exports');
  const words = useViewWords(view)();
  return (
    <Group gap="xs" wrap="wrap" align="baseline">
      <Text size="xs" c="dimmed">
        {words.map(([label, value]) => `${label}: ${value}`).join(' · ')}
      </Text>
      <Link to="/contacts" search={searchOf(view)} className={classes.link}>
        {t('left.open')}
      </Link>
    </Group>
  );
}
