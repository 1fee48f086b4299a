import { Text } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';

import { agendaOf } from '#shared/domain/promises/agenda.ts';
import type { KeptPromise } from '#shared/domain/promises/promise.ts';
import { dayOf } from '#shared/lib/dates.ts';

import classes from './promise-list.module.css';
import { PromiseList } from './promise-list.tsx';

/** Open promises in the order of urgency: late, today, this week, later. */
export function PromiseAgenda(props: { readonly promises: readonly KeptPromise[] }) {
  const { t } = useTranslation('promises');
  const id = useId();
  const today = dayOf(new Date().toISOString());
  return agendaOf(props.promises, today).map(({ urgency, promises }) => (
    <section key={urgency} aria-labelledby={`${id}-${urgency}`} className={classes.part}>
      <Text
        component="h3"
        id={`${id}-${urgency}`}
        className={classes.partTitle}
        data-urgency={urgency}
      >
        {t(`urgency.${urgency}`)} · {promises.length}
      </Text>
      <PromiseList promises={promises} />
    </section>
  ));
}
