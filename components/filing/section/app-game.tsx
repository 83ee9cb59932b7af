"use client";

import { useTranslations } from "next-intl";
import { useFormContext } from "react-hook-form";
import { Checkbox, RadioGroup } from "@/components/form/choices";
import { FieldGroup, FormField } from "@/components/form/form-field";
import { TextInput } from "@/components/form/text-input";
import { GAME_KINDS } from "@/lib/filing/application/codes";
import { TEST_GAME_PLATFORMS } from "@/lib/filing/policy/test-games";
import type { AppForm } from "./app-codec";

/** Is it a game; if it can be played, with which number, by whose leave, or as whose test. */
export function AppGame() {
  const t = useTranslations("sections.app");
  const fields = useTranslations("fields.service");
  const kinds = useTranslations("codes.game");
  const { register, watch } = useFormContext<AppForm>();
  const isTest = watch("testGame");
  return (
    <FieldGroup title={t("game")} description={t("gameText")}>
      <FormField name="game" label={fields("game.label")} group>
        <RadioGroup
          {...register("game")}
          options={GAME_KINDS.map((kind) => ({
            value: kind,
            label: kinds(kind),
            hint: t(`gameKind.${kind}`),
          }))}
        />
      </FormField>
      {watch("game") === "PLAYABLE" && (
        <>
          <FormField name="testGame" label={fields("testGame.label")} group>
            <Checkbox {...register("testGame")} label={t("testGame")} hint={t("testGameHint")} />
            {isTest && <TestGameNames />}
          </FormField>
          {!isTest && (
            <FormField name="gameNumber" label={fields("gameNumber.label")} hint={fields("gameNumber.hint")}>
              <TextInput width="medium" {...register("gameNumber")} />
            </FormField>
          )}
          <FormField name="operatedByOther" label={fields("operatedByOther.label")} group>
            <Checkbox
              {...register("operatedByOther")}
              label={t("operatedByOther")}
              hint={t("operatedHint")}
            />
          </FormField>
        </>
      )}
    </FieldGroup>
  );
}

/** How each platform wants its test games to be called. */
function TestGameNames() {
  const t = useTranslations("sections.app");
  return TEST_GAME_PLATFORMS.map(({ name, nameEnding, packageMark }) => (
    <p key={name} className="text-muted">
      {t("testGameNames", { platform: name, ending: nameEnding, mark: packageMark })}
    </p>
  ));
}
