import { Button, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { ContactPromise } from '#shared/domain/promises/promise.ts';
import { dayOf } from '#shared/lib/dates.ts';

import { daysBetween, useFormats } from '../../ui/formats.ts';
import { ClosePromiseDialog } from './close-promise-dialog.tsx';
import classes from './promise-list.module.css';

/** Open promises with their date in words; each can be closed here. */
export function PromiseList(props: { readonly promises: readonly ContactPromise[] }) {
  const { t } = useTranslation('promises');
  const formats = useFormats();
  const [closing, setClosing] = useState<ContactPromise>();
  const today = dayOf(new Date().toISOString());
  return (
    <>
      <ul className={classes.list}>
        {props.promises.map((promise) => {
          const street = formats.name(promise.streetNameNl, promise.streetNameFr);
          const urgency =
            promise.dueOn < today ? 'late' : promise.dueOn === today ? 'today' : 'later';
          return (
            <li key={promise.id} className={classes.promise} data-urgency={urgency}>
              <div className={classes.due}>
                <span className={classes.relative}>
                  {urgency === 'late'
                    ? t('late', { span: formats.span(daysBetween(promise.dueOn, today)) })
                    : formats.relativeDay(promise.dueOn)}
                </span>
                <span className={classes.day}>{formats.day(promise.dueOn)}</span>
              </div>
              <div className={classes.words}>
                <Text size="sm" fw={550} lineClamp={2}>
                  {promise.text}
                </Text>
                <Text size="xs" c="dimmed">
                  <Link
                    to="/contacts/$contactId"
                    params={{ contactId: promise.contactId }}
                    className={classes.contact}
                  >
                    {street}
                  </Link>{' '}
                  · {promise.ownerName}
                </Text>
              </div>
              <Button
                size="compact-sm"
                variant="default"
                aria-label={`${t('close')}: ${promise.text}`}
                onClick={() => {
                  setClosing(promise);
                }}
              >
                {t('close')}
              </Button>
            </li>
          );
        })}
      </ul>
      <ClosePromiseDialog
        promise={closing}
        onDone={() => {
          setClosing(undefined);
        }}
      />
    </>
  );
}
