"use client";

import { Eye, EyeOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useField } from "@/components/form/field-context";
import { TextInput, type TextInputProps } from "@/components/form/text-input";

/** A password that can be looked at while it is typed. */
export function PasswordInput(props: TextInputProps) {
  const t = useTranslations("auth");
  const field = useField();
  const [visible, setVisible] = useState(false);
  const Icon = visible ? EyeOff : Eye;
  return (
    <div className="relative">
      <TextInput type={visible ? "text" : "password"} {...props} className="pr-12" />
      <button
        type="button"
        aria-pressed={visible}
        aria-label={t("showPassword")}
        // Two passwords on one page have two such buttons.
        aria-describedby={field?.labelId}
        onClick={() => setVisible(!visible)}
        className="absolute inset-y-1 right-1 inline-flex w-9 items-center justify-center rounded-control text-muted hover:text-accent"
      >
        <Icon aria-hidden className="size-[18px]" />
      </button>
    </div>
  );
}
