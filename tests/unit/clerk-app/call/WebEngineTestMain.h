// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

class QObject;

//! Runs a test inside an application that knows the call page's scheme and has a made-up camera.
int runWithWebEngine(QObject &test, int argc, char *argv[]);
