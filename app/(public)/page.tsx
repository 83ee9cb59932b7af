import { AppFrame } from "@/components/shell/app-frame";

export default function LandingPage() {
  return (
    <AppFrame place="public" sandbox>
      <p />
    </AppFrame>
  );
}
