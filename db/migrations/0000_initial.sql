CREATE TABLE `calls` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`round` integer NOT NULL,
	`person_id` text NOT NULL,
	`outcome` text NOT NULL,
	`note_enc` blob,
	`at` integer NOT NULL,
	`user_id` text NOT NULL,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `calls_order` ON `calls` (`order_id`,`at`);--> statement-breakpoint
CREATE TABLE `corrections` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`round` integer NOT NULL,
	`stage` text NOT NULL,
	`code` text NOT NULL,
	`target` text NOT NULL,
	`suggestion_enc` blob,
	`answer_kind` text,
	`answer_enc` blob,
	`opened_at` integer NOT NULL,
	`opened_by` text,
	`resolved_at` integer,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `corrections_order` ON `corrections` (`order_id`,`round`);--> statement-breakpoint
CREATE TABLE `files` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`storage_key` text NOT NULL,
	`thumb_key` text,
	`mime` text NOT NULL,
	`bytes` integer NOT NULL,
	`width` integer,
	`height` integer,
	`received_sha256` text NOT NULL,
	`stored_sha256` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `finding_notes` (
	`order_id` text NOT NULL,
	`round` integer NOT NULL,
	`rule` text NOT NULL,
	`path` text NOT NULL,
	`kind` text NOT NULL,
	`note_enc` blob NOT NULL,
	`at` integer NOT NULL,
	`user_id` text NOT NULL,
	PRIMARY KEY(`order_id`, `round`, `rule`, `path`, `kind`),
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `materials` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`code` text NOT NULL,
	`subject` text NOT NULL,
	`side` text NOT NULL,
	`file_id` text NOT NULL,
	`document_date` text,
	`added_at` integer NOT NULL,
	`added_by` text NOT NULL,
	`replaced_at` integer,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`file_id`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`added_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `materials_order` ON `materials` (`order_id`,`code`,`subject`);--> statement-breakpoint
CREATE TABLE `order_blind_indexes` (
	`order_id` text NOT NULL,
	`kind` text NOT NULL,
	`hash` text NOT NULL,
	`path` text NOT NULL,
	PRIMARY KEY(`order_id`, `path`, `kind`),
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `order_blind_hash` ON `order_blind_indexes` (`kind`,`hash`);--> statement-breakpoint
CREATE TABLE `order_domains` (
	`order_id` text NOT NULL,
	`service_id` text NOT NULL,
	`domain` text NOT NULL,
	PRIMARY KEY(`order_id`, `service_id`, `domain`),
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `order_domains_domain` ON `order_domains` (`domain`);--> statement-breakpoint
CREATE TABLE `order_drafts` (
	`order_id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`document_enc` blob NOT NULL,
	`sections` text NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text NOT NULL,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`updated_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `order_events` (
	`order_id` text NOT NULL,
	`seq` integer NOT NULL,
	`at` integer NOT NULL,
	`actor_kind` text NOT NULL,
	`user_id` text,
	`type` text NOT NULL,
	`event` text NOT NULL,
	PRIMARY KEY(`order_id`, `seq`),
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `order_submissions` (
	`order_id` text NOT NULL,
	`round` integer NOT NULL,
	`document_enc` blob NOT NULL,
	`findings_enc` blob NOT NULL,
	`policy_version` text NOT NULL,
	`declarations` text NOT NULL,
	`submitted_at` integer NOT NULL,
	`submitted_by` text NOT NULL,
	PRIMARY KEY(`order_id`, `round`),
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`submitted_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `orders` (
	`id` text PRIMARY KEY NOT NULL,
	`number` text NOT NULL,
	`account_id` text NOT NULL,
	`type` text NOT NULL,
	`state` text NOT NULL,
	`province` text,
	`snapshot` text NOT NULL,
	`version` integer NOT NULL,
	`since` integer NOT NULL,
	`next_sweep_at` integer,
	`claim_user_id` text,
	`submitted_at` integer,
	`unit_name` text,
	`headline` text,
	`wrapped_key` blob,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`claim_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `orders_number_unique` ON `orders` (`number`);--> statement-breakpoint
CREATE INDEX `orders_account` ON `orders` (`account_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `orders_queue` ON `orders` (`state`,`since`,`id`);--> statement-breakpoint
CREATE INDEX `orders_sweep` ON `orders` (`next_sweep_at`);--> statement-breakpoint
CREATE INDEX `orders_claim` ON `orders` (`claim_user_id`,`state`);--> statement-breakpoint
CREATE TABLE `account_members` (
	`account_id` text NOT NULL,
	`user_id` text NOT NULL,
	`role` text NOT NULL,
	PRIMARY KEY(`account_id`, `user_id`),
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `account_members_user` ON `account_members` (`user_id`);--> statement-breakpoint
CREATE TABLE `accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`wrapped_key` blob NOT NULL,
	`profile_enc` blob NOT NULL,
	`real_name_verified_at` integer,
	`risk_flag` integer DEFAULT false NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `sessions` (
	`id_hash` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`user_agent` text,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sessions_user` ON `sessions` (`user_id`);--> statement-breakpoint
CREATE INDEX `sessions_expires` ON `sessions` (`expires_at`);--> statement-breakpoint
CREATE TABLE `user_roles` (
	`user_id` text NOT NULL,
	`role` text NOT NULL,
	PRIMARY KEY(`user_id`, `role`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `users` (
	`id` text PRIMARY KEY NOT NULL,
	`email_idx` text NOT NULL,
	`email_enc` blob NOT NULL,
	`password_hash` text,
	`display_name` text,
	`status` text DEFAULT 'active' NOT NULL,
	`locale` text DEFAULT 'zh-CN' NOT NULL,
	`persona` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `users_email_idx_unique` ON `users` (`email_idx`);--> statement-breakpoint
CREATE UNIQUE INDEX `users_persona_unique` ON `users` (`persona`);--> statement-breakpoint
CREATE TABLE `audit_log` (
	`seq` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`actor_id` text,
	`action` text NOT NULL,
	`object` text,
	`outcome` text NOT NULL,
	`data` text NOT NULL,
	`prev_hash` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_object` ON `audit_log` (`object`);--> statement-breakpoint
CREATE INDEX `audit_actor` ON `audit_log` (`actor_id`,`at`);--> statement-breakpoint
CREATE TABLE `gateway_submissions` (
	`sequence` integer PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`key` text NOT NULL,
	`state` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `gateway_submissions_key_unique` ON `gateway_submissions` (`key`);--> statement-breakpoint
CREATE INDEX `gateway_submissions_order` ON `gateway_submissions` (`order_id`);--> statement-breakpoint
CREATE TABLE `jobs` (
	`kind` text PRIMARY KEY NOT NULL,
	`run_at` integer NOT NULL,
	`lease_until` integer,
	`attempts` integer DEFAULT 0 NOT NULL,
	`last_error` text
);
--> statement-breakpoint
CREATE INDEX `jobs_due` ON `jobs` (`run_at`);--> statement-breakpoint
CREATE TABLE `notifications` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`event` text NOT NULL,
	`order_id` text,
	`params` text NOT NULL,
	`at` integer NOT NULL,
	`read_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `notifications_user` ON `notifications` (`user_id`,`at`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`topic` text NOT NULL,
	`key` text NOT NULL,
	`order_id` text,
	`payload_enc` blob NOT NULL,
	`run_at` integer NOT NULL,
	`lease_until` integer,
	`attempts` integer DEFAULT 0 NOT NULL,
	`done_at` integer,
	`last_error` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_key_unique` ON `outbox` (`key`);--> statement-breakpoint
CREATE INDEX `outbox_due` ON `outbox` (`done_at`,`run_at`);--> statement-breakpoint
CREATE TABLE `counters` (
	`name` text PRIMARY KEY NOT NULL,
	`value` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `resources` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`prepaid` integer NOT NULL,
	`prepaid_months` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`mainland` integer NOT NULL,
	`public_ip` text,
	`province` text NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `resources_account` ON `resources` (`account_id`);--> statement-breakpoint
CREATE TABLE `sandbox_businesses` (
	`cert_idx` text PRIMARY KEY NOT NULL,
	`record_enc` blob NOT NULL,
	`status` text NOT NULL,
	`registered_or_updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `sandbox_domains` (
	`domain` text PRIMARY KEY NOT NULL,
	`account_id` text,
	`registered_here` integer NOT NULL,
	`registrar_approved` integer NOT NULL,
	`owner_enc` blob,
	`real_name_verified_at` integer,
	`expires_at` integer,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `sandbox_messages` (
	`id` text PRIMARY KEY NOT NULL,
	`channel` text NOT NULL,
	`sender` text NOT NULL,
	`body_enc` blob NOT NULL,
	`order_id` text,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `sandbox_messages_at` ON `sandbox_messages` (`at`);--> statement-breakpoint
CREATE TABLE `settings` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `accesses` (
	`id` text PRIMARY KEY NOT NULL,
	`service_id` text NOT NULL,
	`resource_id` text,
	`ips` text NOT NULL,
	`order_id` text NOT NULL,
	`since` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`service_id`) REFERENCES `services`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `accesses_service` ON `accesses` (`service_id`);--> statement-breakpoint
CREATE INDEX `accesses_resource` ON `accesses` (`resource_id`);--> statement-breakpoint
CREATE TABLE `entities` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`number` text NOT NULL,
	`province` text NOT NULL,
	`nature` integer NOT NULL,
	`unit_name` text,
	`cert_idx` text NOT NULL,
	`wrapped_key` blob NOT NULL,
	`document_enc` blob NOT NULL,
	`order_id` text NOT NULL,
	`filed_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `entities_number_unique` ON `entities` (`number`);--> statement-breakpoint
CREATE INDEX `entities_account` ON `entities` (`account_id`);--> statement-breakpoint
CREATE INDEX `entities_cert` ON `entities` (`cert_idx`);--> statement-breakpoint
CREATE TABLE `service_domains` (
	`service_id` text NOT NULL,
	`domain` text NOT NULL,
	PRIMARY KEY(`service_id`, `domain`),
	FOREIGN KEY (`service_id`) REFERENCES `services`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `service_domains_domain` ON `service_domains` (`domain`);--> statement-breakpoint
CREATE TABLE `services` (
	`id` text PRIMARY KEY NOT NULL,
	`entity_id` text NOT NULL,
	`kind` text NOT NULL,
	`number` text NOT NULL,
	`name` text NOT NULL,
	`document_enc` blob NOT NULL,
	`order_id` text NOT NULL,
	`filed_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`entity_id`) REFERENCES `entities`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `services_number_unique` ON `services` (`number`);--> statement-breakpoint
CREATE INDEX `services_entity` ON `services` (`entity_id`);