@echo off
rem Runs every test project; with --all the long ones too. Written, but not run on Windows so far.
setlocal
cd /d "%~dp0"
set DOTNET_NOLOGO=1
set DOTNET_CLI_TELEMETRY_OPTOUT=1
set NO_COLOR=1
set "FILTER=--filter-not-trait kind=long"
if "%~1"=="--all" set "FILTER="
dotnet build Quaywatch.slnx -c Release -v quiet -clp:NoSummary || (echo 0 passed, 1 failed, 0 skipped & exit /b 1)
dotnet test --solution Quaywatch.slnx -c Release --no-build --no-progress --no-ansi --ignore-exit-code 8 %FILTER%
exit /b %ERRORLEVEL%
