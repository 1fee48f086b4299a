import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { ContactHistory as History } from '#shared/domain/contacts/amendment.ts';
import { correctionSteps, takingBack } from '#shared/domain/contacts/corrections.ts';

import { useReporter } from '../../client/reporter.ts';
import { useFormats } from '../../ui/formats.ts';
import classes from './corrections.module.css';
import { useAmending } from './use-amend.tsx';
import { useValueText } from './value-text.tsx';

/** Every correction of a contact, the newest first: what it said, what it says, who, when and why. */
export function ContactHistory(props: { readonly history: History }) {
  const { history } = props;
  const { t } = useTranslation('corrections');
  const formats = useFormats();
  const report = useReporter();
  const valueText = useValueText();
  const { takeBack } = useAmending();
  const steps = correctionSteps(history).toReversed();
  if (steps.length === 0) return null;
  return (
    <ol reversed className={classes.history} aria-label={t('history.title')}>
      {steps.map(({ amendment, before, after, fields }) => (
        <li key={amendment.id}>
          <Group justify="space-between" align="flex-start" wrap="nowrap" gap="sm">
            <div className={classes.why}>
              <Text size="sm" fw={550}>
                {amendment.note}
              </Text>
              <Text size="xs" c="dimmed">
                {t('history.by', {
                  name: amendment.authorName,
                  moment: formats.moment(amendment.madeAt),
                })}
              </Text>
            </div>
            {Object.keys(takingBack(history, amendment.id)).length > 0 && (
              <Button
                size="compact-sm"
                variant="subtle"
                color="gray"
                flex="none"
                aria-label={`${t('history.takeBack')}: ${amendment.note}`}
                onClick={() => {
                  report(takeBack(history, amendment.id));
                }}
              >
                {t('history.takeBack')}
              </Button>
            )}
          </Group>
          <table className={classes.values}>
            <thead>
              <tr>
                <th scope="col">{t('history.field')}</th>
                <th scope="col">{t('history.before')}</th>
                <th scope="col">{t('history.after')}</th>
              </tr>
            </thead>
            <tbody>
              {fields.map((field) => (
                <tr key={field}>
                  <th scope="row">{t(`field.${field}`)}</th>
                  <td>
                    <del>{valueText(field, before, history)}</del>
                  </td>
                  <td>
                    <ins>{valueText(field, after, history)}</ins>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </li>
      ))}
    </ol>
  );
}
