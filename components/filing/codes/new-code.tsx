"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import { newCodeSchema } from "@/lib/filing/codes/code-form";
import type { Action } from "../actions";
import { CodeFields } from "./code-fields";

/** Makes a code; the list beside it then shows it. */
export function NewCode({ resourceId, create }: { resourceId: string; create: Action }) {
  const t = useTranslations("authCodes");
  const toast = useToast();
  return (
    <CodeFields
      label={t("new")}
      initial={{ accountId: "", remark: "" }}
      schema={newCodeSchema}
      known={{ resourceId }}
      save={create}
      saved={() => toast(t("made"), "done")}
    >
      {(saving) => (
        <div>
          <Button type="submit" variant="primary" loading={saving}>
            {t("make")}
          </Button>
        </div>
      )}
    </CodeFields>
  );
}
