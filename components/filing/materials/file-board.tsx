"use client";

import { FilePlus2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { formatTimeSeconds } from "@/lib/messages/format";
import { useRun } from "./desk-context";
import { FileTray, type TrayProps } from "./file-tray";

type Props = TrayProps & {
  addToTray: (files: readonly Blob[]) => void;
  retryWaiting: () => void;
};

/** Several files at once: chosen, dropped or pasted here, then given a place each. Says when an outage is tried again. */
export function FileBoard(props: Props) {
  const t = useTranslations("slots");
  const { jobs } = useRun();
  const waiting = jobs.flatMap(({ state }) => (state.kind === "waiting" ? [state.at] : []));
  return (
    <Panel
      title={t("board")}
      description={t("boardText")}
      className="mb-4"
      actions={
        <Button icon={<FilePlus2 aria-hidden />} onClick={() => chooseFiles(props.addToTray)}>
          {t("chooseSeveral")}
        </Button>
      }
    >
      <div role="status" aria-live="polite" className="empty:hidden">
        {waiting.length > 0 && (
          <Notice
            tone="you"
            title={t("outage", { count: waiting.length })}
            actions={
              <Button size="small" onClick={props.retryWaiting}>
                {t("tryNow")}
              </Button>
            }
          >
            {t("outageText", { time: formatTimeSeconds(Math.min(...waiting)) })}
          </Notice>
        )}
      </div>
      <FileTray {...props} />
    </Panel>
  );
}

/** The system's own chooser for any number of files; the input lives only as long as the choice. */
function chooseFiles(onFiles: (files: readonly Blob[]) => void) {
  const input = document.createElement("input");
  input.type = "file";
  input.multiple = true;
  input.accept = "image/jpeg,image/png,image/gif,video/mp4,video/webm";
  input.onchange = () => onFiles([...(input.files ?? [])]);
  input.click();
}
