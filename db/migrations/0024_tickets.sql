CREATE TABLE `manual_cancellations` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`entity_id` text NOT NULL,
	`kind` text NOT NULL,
	`service_ids` text NOT NULL,
	`state` text NOT NULL,
	`wrapped_key` blob,
	`details_enc` blob NOT NULL,
	`refused_enc` blob,
	`version` integer DEFAULT 1 NOT NULL,
	`since` integer NOT NULL,
	`submitted_at` integer,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`decided_by` text,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entity_id`) REFERENCES `entities`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `manual_cancellations_account` ON `manual_cancellations` (`account_id`);--> statement-breakpoint
CREATE INDEX `manual_cancellations_entity` ON `manual_cancellations` (`entity_id`);--> statement-breakpoint
CREATE INDEX `manual_cancellations_state` ON `manual_cancellations` (`state`,`since`);--> statement-breakpoint
CREATE TABLE `manual_files` (
	`id` text PRIMARY KEY NOT NULL,
	`request_id` text NOT NULL,
	`slot` text NOT NULL,
	`side` text NOT NULL,
	`storage_key` text NOT NULL,
	`mime` text NOT NULL,
	`bytes` integer NOT NULL,
	`received_sha256` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	FOREIGN KEY (`request_id`) REFERENCES `manual_cancellations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `manual_files_slot_unique` ON `manual_files` (`request_id`,`slot`,`side`);--> statement-breakpoint
CREATE TABLE `manual_calls` (
	`id` text PRIMARY KEY NOT NULL,
	`request_id` text NOT NULL,
	`outcome` text NOT NULL,
	`note_enc` blob NOT NULL,
	`at` integer NOT NULL,
	`user_id` text NOT NULL,
	FOREIGN KEY (`request_id`) REFERENCES `manual_cancellations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `manual_calls_request` ON `manual_calls` (`request_id`,`at`);--> statement-breakpoint
CREATE TABLE `offline_notes` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`about` text NOT NULL,
	`province` text NOT NULL,
	`note_enc` blob NOT NULL,
	`sent_on` text NOT NULL,
	`outcome` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`since` integer NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `offline_notes_account` ON `offline_notes` (`account_id`);
--> statement-breakpoint
CREATE TRIGGER manual_calls_no_update BEFORE UPDATE ON manual_calls
BEGIN
  SELECT RAISE(ABORT, 'manual_calls is append only');
END;
--> statement-breakpoint
CREATE TRIGGER manual_calls_no_delete BEFORE DELETE ON manual_calls
BEGIN
  SELECT RAISE(ABORT, 'manual_calls is append only');
END;
