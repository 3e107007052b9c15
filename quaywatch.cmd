@echo off
rem Builds on first use, and on request with QUAYWATCH_BUILD=1; then runs it. Written, but not run on Windows so far.
setlocal
set "ROOT=%~dp0"
set "APP=%ROOT%artifacts\publish\Quaywatch.Cli\release\quaywatch.dll"
set DOTNET_NOLOGO=1
set DOTNET_CLI_TELEMETRY_OPTOUT=1
if exist "%APP%" if not "%QUAYWATCH_BUILD%"=="1" goto run
where dotnet >nul 2>nul || (echo quaywatch: the .NET 10 SDK is needed to build; see README 1>&2 & exit /b 127)
echo quaywatch: building (first use, about a minute)... 1>&2
pushd "%ROOT%"
dotnet publish src\Quaywatch.Cli -c Release --nologo -v quiet -clp:NoSummary 1>&2
set "BUILT=%ERRORLEVEL%"
popd
if not "%BUILT%"=="0" (echo quaywatch: the build failed 1>&2 & exit /b 70)
:run
dotnet "%APP%" %*
exit /b %ERRORLEVEL%
