CREATE TABLE `blacklist` (
	`cert_idx` text PRIMARY KEY NOT NULL,
	`since` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `counters` (
	`name` text PRIMARY KEY NOT NULL,
	`value` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `desk_log` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`officer_id` text NOT NULL,
	`action` text NOT NULL,
	`sequence` integer
);
--> statement-breakpoint
CREATE INDEX `desk_log_sequence` ON `desk_log` (`sequence`,`at`);--> statement-breakpoint
CREATE TABLE `notices` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`available_at` integer NOT NULL,
	`order_id` text,
	`sequence` integer,
	`type` text NOT NULL,
	`body_enc` blob NOT NULL
);
--> statement-breakpoint
CREATE TABLE `outgoing_sms` (
	`id` text PRIMARY KEY NOT NULL,
	`sequence` integer NOT NULL,
	`sender` text NOT NULL,
	`body_enc` blob NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`sequence`) REFERENCES `submissions`(`sequence`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `outgoing_sms_at` ON `outgoing_sms` (`at`);--> statement-breakpoint
CREATE TABLE `register_domains` (
	`service_number` text NOT NULL,
	`domain` text NOT NULL,
	PRIMARY KEY(`service_number`, `domain`),
	FOREIGN KEY (`service_number`) REFERENCES `register_services`(`number`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `register_domains_domain` ON `register_domains` (`domain`);--> statement-breakpoint
CREATE TABLE `register_entities` (
	`number` text PRIMARY KEY NOT NULL,
	`province` text NOT NULL,
	`nature_code` integer NOT NULL,
	`cert_idx` text NOT NULL,
	`public_name` text NOT NULL,
	`unit_name` text,
	`approved_at` integer NOT NULL,
	`ended_at` integer
);
--> statement-breakpoint
CREATE INDEX `register_entities_cert` ON `register_entities` (`cert_idx`);--> statement-breakpoint
CREATE INDEX `register_entities_unit` ON `register_entities` (`unit_name`);--> statement-breakpoint
CREATE TABLE `register_services` (
	`number` text PRIMARY KEY NOT NULL,
	`entity_number` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`approved_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`entity_number`) REFERENCES `register_entities`(`number`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `register_services_entity` ON `register_services` (`entity_number`);--> statement-breakpoint
CREATE TABLE `settings` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `submission_domains` (
	`sequence` integer NOT NULL,
	`domain` text NOT NULL,
	PRIMARY KEY(`sequence`, `domain`),
	FOREIGN KEY (`sequence`) REFERENCES `submissions`(`sequence`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `submission_domains_domain` ON `submission_domains` (`domain`);--> statement-breakpoint
CREATE TABLE `submissions` (
	`sequence` integer PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`order_type` text NOT NULL,
	`province` text NOT NULL,
	`nature_code` integer NOT NULL,
	`state` text NOT NULL,
	`refused_code` text,
	`cert_idx` text NOT NULL,
	`unit_name` text,
	`headline` text,
	`service_count` integer NOT NULL,
	`wrapped_key` blob NOT NULL,
	`payload_enc` blob NOT NULL,
	`received_at` integer NOT NULL,
	`sms_at` integer NOT NULL,
	`sms_deadline` integer,
	`review_since` integer,
	`decided_at` integer,
	`decided_by` text,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `submissions_order` ON `submissions` (`order_id`);--> statement-breakpoint
CREATE INDEX `submissions_queue` ON `submissions` (`state`,`province`,`review_since`);--> statement-breakpoint
CREATE INDEX `submissions_cert` ON `submissions` (`cert_idx`,`state`);--> statement-breakpoint
CREATE TABLE `verifications` (
	`id` text PRIMARY KEY NOT NULL,
	`sequence` integer NOT NULL,
	`person_id` text NOT NULL,
	`state` text NOT NULL,
	`phone_idx` text NOT NULL,
	`tail_idx` text NOT NULL,
	`code_idx` text NOT NULL,
	`wrong` integer DEFAULT 0 NOT NULL,
	`sent_at` integer NOT NULL,
	`resends` text NOT NULL,
	`done_at` integer,
	FOREIGN KEY (`sequence`) REFERENCES `submissions`(`sequence`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `verifications_phone` ON `verifications` (`phone_idx`,`state`);--> statement-breakpoint
CREATE INDEX `verifications_code` ON `verifications` (`code_idx`,`state`);--> statement-breakpoint
CREATE UNIQUE INDEX `verifications_person` ON `verifications` (`sequence`,`person_id`);--> statement-breakpoint
CREATE TRIGGER `desk_log_no_update` BEFORE UPDATE ON `desk_log` BEGIN SELECT RAISE(ABORT, 'append only'); END;
--> statement-breakpoint
CREATE TRIGGER `desk_log_no_delete` BEFORE DELETE ON `desk_log` BEGIN SELECT RAISE(ABORT, 'append only'); END;
