"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { useFieldArray, useFormContext } from "react-hook-form";
import { FieldGroup, FormField } from "@/components/form/form-field";
import { Select } from "@/components/form/select";
import { TextArea, TextInput } from "@/components/form/text-input";
import { Button } from "@/components/ui/button";
import { PLATFORMS } from "@/lib/filing/application/codes";
import { type AppForm, emptyPackage } from "./app-codec";
import { newId } from "./new-id";
import { focusOn, RepeatPart } from "./repeat-part";

/** Platforms with a button and instructions of their own; the others are rare and share the last button. */
const USUAL = ["ANDROID", "IOS", "HARMONY"] as const;
type Instructed = (typeof USUAL)[number] | "OTHER";
const instructed = (platform: string): Instructed => USUAL.find((usual) => usual === platform) ?? "OTHER";

/** What is installed where: one package for each platform, or several on one. */
export function AppPackages() {
  const t = useTranslations("sections.app");
  const fields = useTranslations("fields.service.packages");
  const platforms = useTranslations("codes.platform");
  const { control, watch } = useFormContext<AppForm>();
  const items = useFieldArray({ control, name: "packages", keyName: "key" });
  const adder = useId();
  const add = (platform: string) => items.append(emptyPackage(newId("pkg"), platform));
  const titleOf = (index: number) => {
    const platform = watch(`packages.${index}.platform`);
    return t("packageN", { number: index + 1, platform: platform ? platforms(platform as never) : "" });
  };
  return (
    <FieldGroup title={t("packages")} description={t("packagesText")}>
      {items.fields.map((item, index) => (
        <RepeatPart
          key={item.key}
          title={titleOf(index)}
          remove={t("removePackage", { number: index + 1 })}
          onRemove={() => {
            items.remove(index);
            focusOn(adder);
          }}
        >
          <PackageFields index={index} />
        </RepeatPart>
      ))}
      <FormField name="packages" label={fields("label")} hint={fields("hint")} group>
        <div className="flex flex-wrap gap-2">
          {[...USUAL, ""].map((platform, at) => (
            <Button
              key={platform}
              id={at === 0 ? adder : undefined}
              size="small"
              icon={<Plus aria-hidden />}
              onClick={() => add(platform)}
            >
              {platform === "" ? t("addOther") : t("addPackage", { platform: platforms(platform as never) })}
            </Button>
          ))}
        </div>
      </FormField>
    </FieldGroup>
  );
}

function PackageFields({ index }: { index: number }) {
  const t = useTranslations("sections.app");
  const fields = useTranslations("fields.package");
  const platforms = useTranslations("codes.platform");
  const { register, watch } = useFormContext<AppForm>();
  const path = <K extends string>(name: K) => `packages.${index}.${name}` as const;
  const platform = instructed(watch(path("platform")));
  return (
    <>
      <FormField name={path("platform")} label={fields("platform.label")}>
        <Select
          {...register(path("platform"))}
          options={PLATFORMS.map((code) => ({ value: code, label: platforms(code) }))}
        />
      </FormField>
      <FormField
        name={path("packageName")}
        label={fields("packageName.label")}
        hint={t(`packageName.${platform}`)}
      >
        <TextInput mono autoCapitalize="none" spellCheck={false} {...register(path("packageName"))} />
      </FormField>
      <FormField name={path("publicKey")} label={fields("publicKey.label")} hint={t(`publicKey.${platform}`)}>
        <TextArea
          rows={3}
          className="font-mono break-all"
          spellCheck={false}
          {...register(path("publicKey"))}
        />
      </FormField>
      <FormField
        name={path("certFingerprint")}
        label={fields("certFingerprint.label")}
        hint={t(`certFingerprint.${platform}`)}
      >
        <TextInput mono autoCapitalize="none" spellCheck={false} {...register(path("certFingerprint"))} />
      </FormField>
    </>
  );
}
