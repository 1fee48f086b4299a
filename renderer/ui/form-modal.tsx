import { Button, Group, Modal, type ModalProps, Stack, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

/**
 * A dialog in which somebody types what is kept nowhere else. Escape, the cross and a click beside it ask
 * first once something was typed: they are easily hit by mistake. Its own buttons close it at once.
 */
export function FormModal({
  children,
  onClose,
  onDiscard,
  ...props
}: ModalProps & {
  /** When what was typed is thrown away, before it closes. */
  readonly onDiscard?: () => void;
}) {
  const { t } = useTranslation();
  const written = useRef(false);
  const [asks, setAsks] = useState(false);
  useEffect(() => {
    if (!props.opened) written.current = false;
  }, [props.opened]);
  const typedIn = useRef<Element | null>(null);
  const close = (): void => {
    if (!written.current) {
      onClose();
      return;
    }
    typedIn.current = document.activeElement;
    setAsks(true);
  };
  const keepOn = (): void => {
    setAsks(false);
    if (typedIn.current instanceof HTMLElement) typedIn.current.focus();
  };
  return (
    <>
      <Modal {...props} closeOnEscape={!asks} onClose={close}>
        <div
          onInput={() => {
            written.current = true;
          }}
        >
          {children}
        </div>
      </Modal>
      {/* Not there before it asks: the key that makes it ask would close it at once. */}
      {props.opened && asks && (
        <Modal opened onClose={keepOn} title={t('unsaved.title')} transitionProps={{ duration: 0 }}>
          <Stack gap="md">
            <Text size="sm">{t('unsaved.text')}</Text>
            <Group justify="flex-end" gap="xs">
              <Button
                variant="default"
                onClick={() => {
                  setAsks(false);
                  written.current = false;
                  onDiscard?.();
                  onClose();
                }}
              >
                {t('unsaved.discard')}
              </Button>
              <Button data-autofocus onClick={keepOn}>
                {t('unsaved.keepOn')}
              </Button>
            </Group>
          </Stack>
        </Modal>
      )}
    </>
  );
}
