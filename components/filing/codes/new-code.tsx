"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import { newCodeSchema } from "@/lib/filing/codes/code-form";
import type { Action } from "../actions";
import { CodeFields } from "./code-fields";

/** Makes a code; the list beside it then shows it. */
export function NewCode({ resourceId, create }: { resourceId: string; create: Action }) {
  const t = useTranslations("authCodes");
  const router = useRouter();
  const toast = useToast();
  const save = async (input: unknown) => {
    const answer = await create(input);
    if (!answer.ok) return answer.error;
    toast(t("made"), "done");
    router.refresh();
    return null;
  };
  return (
    <CodeFields
      label={t("new")}
      initial={{ accountId: "", remark: "" }}
      schema={newCodeSchema}
      known={{ resourceId }}
      save={save}
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
